import type { Nodes } from "mdast";
import { emptyMarkdown, growMarkdown } from "./blocks.ts";
import { plainText } from "./plain.ts";

/** A heading of a text; `index` counts the headings of the text from 0, those without words too. */
export interface OutlineHeading {
  readonly index: number;
  /** 1 to 6, as written. */
  readonly depth: number;
  readonly text: string;
}

// Within a line: across lines of numbers or marks it would begin again at each of them.
const mayBeHeading = /^[ \t>*+\-\d.)]*(?:#{1,6}(?:\s|$)|=+[ \t]*$|-[ \t]*$)/m;
const wholeLine = /^[ \t>*+\-\d.)]*(?:#{1,6}[ \t].*|=+[ \t]*|-[ \t]*)\r?\n/gm;

/** How many whole lines of a text may make headings: while it grows and these stay as many, so do its headings. */
export function headingLines(text: string): number {
  return text.match(wholeLine)?.length ?? 0;
}

/** The headings of a Markdown text in order, those in quotes and lists too; without those that have no words. */
export function outlineOf(text: string): readonly OutlineHeading[] {
  // Most texts without these signs at the start of a line have no headings, and need not be parsed.
  if (!mayBeHeading.test(text)) return [];
  const found: OutlineHeading[] = [];
  let count = 0;
  const visit = (node: Nodes) => {
    if (node.type === "heading") {
      const title = plainText([node]).replaceAll(/\s+/g, " ").trim();
      if (title !== "") found.push({ index: count, depth: node.depth, text: title });
      count += 1;
    } else if ("children" in node) {
      for (const child of node.children) visit(child);
    }
  };
  for (const block of growMarkdown(emptyMarkdown, text).blocks) for (const node of block.nodes) visit(node);
  return found;
}

/** The first line with words of a question, without what only marks it up. */
export function firstLine(text: string): string {
  const line = text.split("\n", 50).find((candidate) => candidate.trim() !== "") ?? "";
  return line.trim().slice(0, 200);
}
