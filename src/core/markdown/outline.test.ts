import { expect, test } from "vitest";
import { firstLine, headingLines, outlineOf } from "./outline.ts";

test("headings come in order, with their depth and without markup", () => {
  const text = "# One *two*\n\nText\n\n### `Three`\n\nFour\n----\n\n```\n# no heading\n```\n\n> ## Quoted\n";
  expect(outlineOf(text)).toEqual([
    { index: 0, depth: 1, text: "One two" },
    { index: 1, depth: 3, text: "Three" },
    { index: 2, depth: 2, text: "Four" },
    { index: 3, depth: 2, text: "Quoted" },
  ]);
});

test("headings without words are counted and not shown", () => {
  expect(outlineOf("#\n\n## Words\n")).toEqual([{ index: 1, depth: 2, text: "Words" }]);
});

test("a heading in a list is one, and a text without headings has none", () => {
  expect(outlineOf("- # In a list\n")).toEqual([{ index: 0, depth: 1, text: "In a list" }]);
  expect(outlineOf("Just #hash and text.\n\n- a\n- b\n")).toEqual([]);
});

test("lines of numbers and marks take no longer the more there are before them", () => {
  expect(outlineOf("- 0.5\n".repeat(100_000))).toEqual([]);
  expect(outlineOf(`${"-".repeat(50_000)}x`)).toEqual([]);
  expect(headingLines(`Two\n${"-".repeat(50_000)}`)).toBe(0);
});

test("only whole lines may make headings", () => {
  expect(headingLines("# One\n\nTwo\n---\n\n> ## Three\n- a\n## Fo")).toBe(3);
});

test("the first line of a question is its first with words", () => {
  expect(firstLine("\n  \n  What is this?\nMore")).toBe("What is this?");
  expect(firstLine("")).toBe("");
});
