import * as fc from "fast-check";
import type { Nodes } from "mdast";
import { expect, it } from "vitest";
import { emptyMarkdown, growMarkdown, type MarkdownDocument } from "./blocks.ts";
import { parseMarkdown } from "./parse.ts";
import { plainText } from "./plain.ts";
import { shownBlocks } from "./repair.ts";

type Lines = readonly string[];
interface Level {
  readonly mark: string;
  readonly before: Lines;
  readonly after: Lines;
}

const words = fc
  .array(fc.constantFrom("river", "old stones", "**bold** x", "`code`", "*light*", "[l](/u)", "2024"), {
    minLength: 3,
    maxLength: 30,
  })
  .map((parts) => `So ${parts.join(" ")}`);
const plainBlock = fc.oneof(
  words.map((text) => [text]),
  words.map((text) => [text, text]),
  words.map((text) => ["```js", "let a = 1;", "", "  - b", text, "```"]),
  words.map((text) => [`## ${text}`]),
  fc.array(words, { minLength: 1, maxLength: 4 }).map((items) => items.map((item) => `- ${item}`)),
);
const anyBlock = fc.oneof(
  { weight: 4, arbitrary: plainBlock },
  words.map((text) => ["| a | b |", "|---|---|", `| ${text} | c |`]),
  fc.constantFrom<Lines[]>(
    ["    indented", "", "    code"],
    ["<div>", "x"],
    ["---"],
    ["a", "==="],
    ["```", "open", "", ""],
    ["$$", "x", "$$"],
    ["[a] [^n]"],
    ["[a]: /u"],
    ["[^n]: note"],
    ["\ttab", "a\tb"],
    ["-"],
    ["- - -"],
    [""],
  ),
);

const marksOfLists = ["- ", "- ", "1. ", "-   ", "- [x] ", "- [ ] "];

const indented = (lines: Lines, mark: string): string[] =>
  lines.map((line) => (line === "" && !mark.includes(">") ? "" : mark + line));

/** Levels around what is innermost: each is an item or a quote with blocks before and after what is in it. */
function nest(levels: readonly Level[], inmost: Lines): string {
  return levels
    .reduce<Lines>((inner, { mark, before, after }) => {
      if (mark.includes(">")) return indented([...before, "", ...inner, ...after], mark);
      const [first = "x", ...others] = before;
      const space = " ".repeat(mark.replace(/\[.\] /, "").length);
      return [mark + first, ...indented([...others, ...inner, ...after], space)];
    }, inmost)
    .join("\n");
}

function nested(block: fc.Arbitrary<Lines>, marks: readonly string[], isTidy: boolean): fc.Arbitrary<string> {
  const blocks = fc
    .array(fc.tuple(block, fc.constantFrom<Lines>(isTidy ? [""] : [], [""])), { maxLength: 2 })
    .map((parts) => parts.flatMap(([lines, gap]) => [...lines, ...gap]));
  const level = fc.record({
    mark: fc.constantFrom(...marks, "> "),
    before: fc.oneof(
      words.map((text) => [text, ""]),
      isTidy ? words.map((text) => [text, ""]) : blocks,
    ),
    after: blocks.map((lines) => (isTidy ? ["", ...lines] : lines)),
  });
  return fc
    .tuple(fc.array(level, { minLength: 3, maxLength: 25 }), blocks)
    .map(([levels, inmost]) => nest(levels, inmost).slice(0, 3000));
}

const anyText = nested(anyBlock, [...marksOfLists, "-     ", "-"], false);
const sizes = fc.array(fc.constantFrom(1, 2, 3, 7, 40), { minLength: 1, maxLength: 8 });

const nodesOf = (document: MarkdownDocument): readonly Nodes[] =>
  document.blocks.flatMap((block) => block.nodes);
const shownOf = (document: MarkdownDocument): readonly Nodes[] =>
  shownBlocks(document, true).flatMap((block) => block.nodes);

/** The nodes before the last of their row, at each level, that were made again though they say the same. */
function madeAgain(before: readonly Nodes[], after: readonly Nodes[]): readonly Nodes[] {
  const last = Math.min(before.length, after.length) - 1;
  return after.slice(0, last + 1).flatMap((node, index): readonly Nodes[] => {
    const old = before[index];
    if (!old || old === node) return [];
    if (index < last && JSON.stringify(old) === JSON.stringify(node)) return [node];
    const isRow = node.type === "list" || node.type === "listItem" || node.type === "blockquote";
    return isRow && "children" in old ? madeAgain(old.children, node.children) : [];
  });
}

/** Calls `look` with the document before and after each piece; the text is there from the middle on at the latest. */
function eachStep(
  text: string,
  pieces: readonly number[],
  look: (after: MarkdownDocument, before: MarkdownDocument) => void,
): void {
  let document = growMarkdown(emptyMarkdown, text.slice(0, Math.floor(text.length / 2)));
  for (let end = document.text.length, turn = 0; end < text.length; turn += 1) {
    end += pieces[turn % pieces.length] ?? 1;
    const next = growMarkdown(document, text.slice(0, end));
    look(next, document);
    document = next;
  }
}

it("streamed = whole for lists and quotes in each other", () => {
  fc.assert(
    fc.property(anyText, sizes, (text, pieces) => {
      eachStep(text, pieces, (document) => {
        expect(nodesOf(document)).toEqual(parseMarkdown(document.text).placed.map(({ node }) => node));
      });
    }),
    { numRuns: 12 },
  );
});

const tidyText = nested(plainBlock, marksOfLists, true);

it.each([
  ["parsed", nodesOf, anyText],
  ["shown", shownOf, tidyText],
])("finished nodes are kept at every level, as %s", (_name, nodes, texts) => {
  fc.assert(
    fc.property(texts, sizes, (text, pieces) => {
      eachStep(text, pieces, (after, before) => {
        if (after.names === before.names) expect(madeAgain(nodes(before), nodes(after))).toEqual([]);
      });
    }),
    { numRuns: 12 },
  );
});

it("takes back no word of lists and quotes in each other", () => {
  fc.assert(
    fc.property(tidyText, (text) => {
      let shown = "";
      eachStep(text, [1], (document) => {
        const next = plainText(shownOf(document)).replaceAll(/\s/g, "");
        expect(next.startsWith(shown), JSON.stringify(document.text.slice(-300))).toBe(true);
        shown = next;
      });
    }),
    { numRuns: 12 },
  );
});

const opening = Array.from({ length: 20 }, (_, level) => `> > ${"  ".repeat(level)}- level ${level}\n`);
const deepList = [...opening, `> > ${"  ".repeat(20)}- ${"word ".repeat(110)}\n`].join("");

it("what is open in a text that came at once is found with the next token, at every level", () => {
  let document: MarkdownDocument | undefined = growMarkdown(emptyMarkdown, deepList);
  document = growMarkdown(document, `${deepList}> >`);
  let count = 0;
  for (; document; document = document.container?.inner) count += 1;
  expect(count).toBe(1 + 2 + 21);
});

it("a list twenty deep within quotes keeps its items", () => {
  const item = (level: number, text: string) => `> > ${"  ".repeat(level)}- ${text}\n`;
  let document = emptyMarkdown;
  let before = emptyMarkdown;
  for (let index = 0; index < 200; index += 1) {
    before = document;
    document = growMarkdown(document, (document.text || opening.join("")) + item(20, `item ${index}`));
  }
  const [quote, inner] = [before, document].map((grown) => grown.blocks[0]?.nodes[0]);
  const inmost = (node: Nodes | undefined): Nodes[] => {
    const last = node && "children" in node ? node.children.at(-1) : undefined;
    return node?.type === "list" && node.children.length > 1 ? node.children : last ? inmost(last) : [];
  };
  const [old, grown] = [inmost(quote), inmost(inner)];
  expect(grown).toHaveLength(200);
  expect(old.slice(0, -1).every((node, index) => node === grown[index])).toBe(true);
});
