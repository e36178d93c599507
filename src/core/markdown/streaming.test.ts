import * as fc from "fast-check";
import { expect, it } from "vitest";
import { emptyMarkdown, growMarkdown, type MarkdownDocument } from "./blocks.ts";
import { parseMarkdown } from "./parse.ts";

const nodesOf = (document: MarkdownDocument) => document.blocks.flatMap((block) => block.nodes);
const wholeOf = (text: string) => parseMarkdown(text).placed.map((placed) => placed.node);

/** Grows by pieces of these sizes in turn and compares after each. */
function expectSameAsWhole(text: string, sizes: readonly number[]): void {
  let document = emptyMarkdown;
  for (let end = 0, turn = 0; end < text.length; turn += 1) {
    end += sizes[turn % sizes.length] ?? 1;
    const next = growMarkdown(document, text.slice(0, end));
    const isKept = document.settled.every((block, index) => next.settled[index] === block);
    expect(isKept || next.names !== document.names).toBe(true);
    expect(nodesOf(next)).toEqual(wholeOf(next.text));
    document = next;
  }
}

const marks = ["", "", "", "- ", "- ", "> ", "> - ", "  ", "   ", "1. ", "2. ", "    ", "* ", ">> ", "- - "];
const contents = [
  "a",
  "b c",
  "",
  "",
  "1",
  "--x",
  "[x] t",
  "*e",
  "f*",
  "`c",
  "c`",
  "$x$",
  "www.a.b",
  "<div>",
  "<!--",
  "-->",
  "| x | y |",
  "|--|--|",
  "|--|",
  "|--|x",
  "# h",
  "---",
  "===",
  "-",
  "```",
  "$$",
  "x $$",
  "\\[",
  "\\]",
  "[a]",
  "[a] [^a]",
  "[a]: /u",
  "[^a]: n",
  "'t",
  "x'",
];
const line = fc.tuple(fc.constantFrom(...marks), fc.constantFrom(...contents)).map((parts) => parts.join(""));
const lines = fc.array(line, { minLength: 1, maxLength: 12 }).map((parts) => `${parts.join("\n")}\n`);
const sizes = fc.array(fc.constantFrom(1, 1, 2, 3, 7, 40), { minLength: 1, maxLength: 8 });

it("streamed = whole for lines of every kind", () => {
  fc.assert(fc.property(lines, sizes, expectSameAsWhole), { numRuns: 400 });
});

const bits = [
  "a·b c·Wort·中文·é·😀·1·12·end.·Next, and·,·.· ·  ·\t·\n·\n\n·\n    ·\n- ·\n1. ·\n> ·- ·> ·1. ·2) ·[x] ·#·===·---·|",
  "*·**·_·~~·`·``·[·]·](·(·)·![·!·[^·[^1]·[^1]: ·[a]: /u·[a]·<·>·<b·</·<script·<!·&·&am·&copy·;·\\·\\(·\\)·$·$$",
  ":·://·http·https://·www·www.·@·x@y.z·a.b",
].flatMap((row) => row.split("·"));
const anyOrder = fc.array(fc.constantFrom(...bits), { maxLength: 14 }).map((parts) => parts.join(""));

it("streamed = whole for words and marks in any order", () => {
  fc.assert(fc.property(anyOrder, sizes, expectSameAsWhole), { numRuns: 1500 });
});

const words = "word ".repeat(420);
it.each([
  ["plain words", words.repeat(2)],
  ["lines of words", "word\n".repeat(800)],
  ["closed marks", "some **bold** words and `code` with [l](/u) or $x$ ".repeat(60)],
  ["a star open at the start", `A *b ${words}c* ${words}`],
  ["a code span open at the start", `A \`b ${words}c\` ${words}`],
  ["a link open at the start", `A [b ${words}c](/u) ${words}`],
  ["a formula open at the start", `A \\(b ${words}c\\) ${words}`],
  ["a tag open at the start", `A <b ${words}c> ${words}`],
  ["a row of a table", `A | b ${words}\n|--|--|\n| c | d |`],
  ["a cell after words", `${words}\n${words}| b\n|--|--|\n| c | d |`],
  ["a heading in the end", `${words}\n===\n`],
  ["a list in the end", `${words}\n- a\n- b`],
  ["a definition in the end", `${words} [a] ${words}\n\n[a]: /u`],
])("streamed = whole for a long paragraph with %s", (_name, text) => {
  expectSameAsWhole(text, [211, 4]);
});
