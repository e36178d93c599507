import type { MarkdownBlock, MarkdownDocument } from "./blocks.ts";
import { joinHead } from "./head.ts";
import type { OpenLeaf } from "./leaf.ts";
import { parseMarkdown } from "./parse.ts";
import { repairInline } from "./repair-inline.ts";
import { shareAll } from "./share.ts";

// A last line of markers, numbers, rules or half a tag alone may become a list, a heading, a rule: it has no words yet.
const wordlessLine =
  /^[\s>]*(?:(?:[-+*]|\d{1,9}[.)])\s+)*(?:[-+*_=#~|:\s]*|\d{1,9}[.)]?|\[[ xX]?\]?\s*|<\/?[\dA-Za-z]*)$/;
const halfDefinition =
  /^\s*\[(?!\^)[^\]\n]{0,60}(?:\](?::[ \t]*(?:<[^>]*|\S+[ \t]+(?:"[^"]*|'[^']*|\([^)]*))?)?)?$/;
const halfTitle = /^[\s>]*\[[^\]\n]+\]:[ \t]*\S+[ \t]+(?:"[^"]*|'[^']*|\([^)]*)$/;
// A note may begin right after the words of another.
const halfNote = /^[\s>]*\[\^[^\]\s]*\]$/;
const marker = /(?:[-+*]|\d{1,9}[.)]|\[[ xX]\])\s+$/;
const markers = /^(?:[\s>]|(?:[-+*]|\d{1,9}[.)])\s)*/;
const openDisplay = /^(?:\$\$(?!\$)|\\\[(?:[\s\\]|$))/;
const endsBlank = /\n[ \t]*\r?\n[ \t]*$/;
const halfFenceInfo = /^(`{3,}|~{3,})[^\n]*$/;
const delimiterRow = /^[|:\-\s>]*$/;
const firstRow = /^\|.*[^|\s]/;
/** A first row of more cells is shown as words until it is known to be one. */
const mostColumns = 200;
const endsCell = /(?<!\\)\|$/;

const lastLineStart = (source: string): number => source.lastIndexOf("\n") + 1;

function repairCode(source: string, leaf: OpenLeaf): string {
  const code = source.slice(leaf.start);
  const fence = /^(`{3,}|~{3,})/.exec(code)?.[0];
  if (!fence) return source;
  if (halfFenceInfo.test(code)) return source.slice(0, leaf.start) + fence;
  const start = lastLineStart(source);
  const last = source.slice(start).replace(/^[\s>]*/, "");
  const isHalfFence = last !== "" && last.length < fence.length && fence.startsWith(last);
  return isHalfFence ? source.slice(0, start) : source;
}

/** A first row is shown as a table at once, within lists too: its own pipes are never seen. */
function repairTable(source: string, leaf: OpenLeaf): string | undefined {
  const lines = source.split("\n");
  const last = lines.at(-1) ?? "";
  const index = lines.length - (lines.length > 1 && delimiterRow.test(last) ? 2 : 1);
  const line = lines[index] ?? "";
  const [before = ""] = markers.exec(line) ?? [];
  const header = line.slice(before.length).trimEnd();
  if (!firstRow.test(header) || lines[index - 1]?.includes("|")) return undefined;
  // Further out or in than the words before it, it is more of them.
  const inward = before.length - (leaf.start - (source.lastIndexOf("\n", leaf.start - 1) + 1));
  if (leaf.type === "words" && (inward < 0 || inward > 3)) return undefined;
  const row = endsCell.test(header) ? header : repairInline(header);
  const above = lines.slice(0, index);
  if (!firstRow.test(row)) return [...above, ""].join("\n");
  const cells = row
    .replace(/^\|/, "")
    .replace(endsCell, "")
    .split(/(?<!\\)\|/);
  if (cells.length > mostColumns) return undefined;
  return [...above, before + row, `${before.replaceAll(/[^\s>]/g, " ")}|${"-|".repeat(cells.length)}`].join(
    "\n",
  );
}

/**
 * The source of the last block as it should be shown while more is coming. The result parses to a tree without raw
 * markup of constructs that are only half written.
 */
function repairSource(source: string, leaf: OpenLeaf): string {
  if (leaf.type === "code") return repairCode(source, leaf);
  if (endsBlank.test(source)) return source;
  const isWords = leaf.type === "words";
  const words = source.slice(leaf.start);
  const repaired = (text: string) => source.slice(0, leaf.start) + repairInline(text);
  if (isWords && openDisplay.test(words)) return repaired(words);
  const table = isWords || leaf.type === "cell" ? repairTable(source, leaf) : undefined;
  if (table !== undefined) return table;

  const start = lastLineStart(source);
  const last = source.slice(start);
  const isBelow = (isWords || leaf.type === "heading") && leaf.start < start;
  if (last.length > 0 && last.length < 200 && (wordlessLine.test(last) || (isWords && halfNote.test(last))))
    return isBelow ? repaired(source.slice(leaf.start, start)) : source.slice(0, start);
  if (leaf.type === "none") return source;
  if (isWords && leaf.start >= start && halfDefinition.test(last)) return source.slice(0, start);
  if (!isWords && last === "") return source;
  if (leaf.type === "cell" && endsCell.test(source.trimEnd())) return source;
  // In a cell a backslash may escape a stroke, also in code.
  const whole = repairInline(leaf.type === "cell" ? words.replace(/\\$/, "") : words);
  // A box without words would be words itself, and a marker below words the underline of a heading.
  if (isWords && whole === "" && marker.test(source.slice(start, leaf.start))) return source.slice(0, start);
  return source.slice(0, leaf.start) + whole;
}

/**
 * The blocks to show. While `isStreaming`, the last one is repaired; all others, and all once the text is finished,
 * are those of the document itself.
 */
export function shownBlocks(document: MarkdownDocument, isStreaming: boolean): readonly MarkdownBlock[] {
  const last = document.blocks.at(-1);
  if (!isStreaming || !last) return document.blocks;
  const nodes = shownNodes(document, last);
  return nodes === last.nodes ? document.blocks : [...document.blocks.slice(0, -1), { ...last, nodes }];
}

/**
 * Whether `after` knows a link no more that `before` knew, since the title in its definition is being written: it will be
 * one again, and until then `before` is what to show.
 */
export function waitsForTitle(before: MarkdownDocument, after: MarkdownDocument): boolean {
  if (after.names.size >= before.names.size) return false;
  const source = after.blocks.at(-1)?.source ?? "";
  return halfTitle.test(source.slice(lastLineStart(source)));
}

function shownNodes(document: MarkdownDocument, last: MarkdownBlock): MarkdownBlock["nodes"] {
  const { container, depth, head, leaf, names, text } = document;
  if (container) {
    const { inner, kind } = container;
    const shown = shownBlocks(inner, true);
    if (shown === inner.blocks && shown.length > 0) return last.nodes;
    const nodes = shown.flatMap((block) => block.nodes);
    if (nodes.length === 0) return [];
    const node = kind.nodeOf(nodes, inner.isLoose);
    return node ? [node] : last.nodes;
  }
  const start = text.length - last.source.length;
  const from = head ? head.end - head.prefix.length : start;
  const open = head ? head.prefix + text.slice(head.end) : last.source;
  const source = repairSource(open, { type: leaf.type, start: Math.max(0, leaf.start - from) });
  if (source === open) return last.nodes;
  const parsed = parseMarkdown(source, names, depth);
  const joined = (head && joinHead(head, parsed, start)) ?? parsed;
  return shareAll(
    last.nodes,
    joined.placed.map((item) => item.node),
  );
}
