import { describe, expect, it } from "vitest";
import { emptyMarkdown, growMarkdown } from "./blocks.ts";
import { plainText } from "./plain.ts";
import { repairInline } from "./repair-inline.ts";
import { shownBlocks } from "./repair.ts";

const shownOf = (text: string) =>
  shownBlocks(growMarkdown(emptyMarkdown, text), true).flatMap(({ nodes }) => [...nodes]);

describe("half-written blocks within others", () => {
  it.each(["`", "[", "$", "\\(", "![", "<"])(
    "%s in a first item makes no heading of the words above",
    (mark) => {
      const list = { type: "list", children: [{ children: [{ type: "paragraph" }] }] };
      expect(shownOf(`- So:\n  - ${mark}`)).toMatchObject([list]);
      expect(shownOf(`1. **So**\n   - a\n     1. ${mark}`)).toHaveLength(1);
    },
  );

  it.each([
    ["| **", ""],
    ["So:\n| **", "So:"],
    ["- So\n\n  | a | b", "So\na\tb"],
    ["- So\n  - c\n    | a | `b", "So\nc\na\tb"],
    ["1. So\n   | a |\r\n   |-", "So\na"],
    ["- | a | b |\n  |-", "a\tb"],
    ["- > | a", "a"],
    ["> - So\n>\n>   | a |", "So\na"],
    ["- So\n| a", "So\n| a"],
    ["| a |\n|-|\n| `b \\", "a\nb"],
    ["| a |\n|-|\n| `b \\|", "a\nb |"],
  ])("the table of %j is shown as %j", (text, shown) => {
    expect(plainText(shownOf(text))).toBe(shown);
  });

  it.each([
    ["[^1]: a\n[^2]", "a"],
    ["> [^1]: a\n> [^2]", "a"],
    ['[^1]: Smith "On', 'Smith "On'],
    ["- So:\n\n  [a]", "So:"],
    ["- So:\n\n  [a]:", "So:"],
    ["> $$\n> x", ""],
    ["<th", ""],
    ["- <th", ""],
    ["<div>\n</", "<div>"],
  ])("of %j only %j is shown", (text, shown) => {
    expect(plainText(shownOf(text)).trim()).toBe(shown);
  });
});

it.each(["[a](bcd".repeat(30), `[a](b(${String.raw`\c`.repeat(60)}`])(
  "an address that opens many brackets is read once: %s",
  (source) => {
    expect(repairInline(`${source} x y`)).toContain("x y");
  },
);

it("looks once for the end of formulas that have none", () => {
  const openings = String.raw`\( `.repeat(20_000);
  expect(plainText(shownOf(`${openings}end`))).toContain("(");
});

it("shows a row of very many cells as words, until it is known to head a table", () => {
  const row = "|a".repeat(300);
  expect(plainText(shownOf(row)).trim()).toBe(row);
});
