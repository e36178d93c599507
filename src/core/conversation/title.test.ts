import * as fc from "fast-check";
import { expect, test } from "vitest";
import { titleFrom } from "./title.ts";

test.each([
  ["", ""],
  ["  \n\t\n", ""],
  ["Hello", "Hello"],
  ["\n\n  Hello   there \nmore", "Hello there"],
  ["# A **bold** `title`", "A bold title"],
  ["- [ ] see [the docs](https://example.org)", "[ ] see the docs"],
  ["> 1. quoted", "quoted"],
  ["```js\nlet a = 1\n```", "let a = 1"],
  ["---\nafter", "after"],
  ["snake_case and 2*3*4", "snake_case and 2*3*4"],
  ["***", "***"],
])("%j becomes %j", (text, title) => {
  expect(titleFrom(text)).toBe(title);
});

test("a long line is cut at a word", () => {
  const title = titleFrom("Why does the server answer so slowly when the model is already in memory?");
  expect(title).toBe("Why does the server answer so slowly when the model is…");
});

test("text without spaces is cut between characters", () => {
  expect(titleFrom("长".repeat(100))).toBe(`${"长".repeat(59)}…`);
  const family = "👨‍👩‍👧‍👦";
  expect(titleFrom(family.repeat(20))).toBe(`${family.repeat(Math.floor(59 / family.length))}…`);
});

test("never longer than 60, never half a character, on one line", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
      const title = titleFrom(text);
      expect(title.length).toBeLessThanOrEqual(60);
      expect(title).not.toMatch(/\p{Cs}/u);
      expect(title).not.toMatch(/[\n\r]/);
    }),
  );
});
