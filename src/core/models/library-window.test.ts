import * as fc from "fast-check";
import { expect, test } from "vitest";
import { drawnLines, lineHeights, linesBetween } from "./library-window.ts";

const heights = [50, 50, 70, 50, 50, 50];

test("Lines that an edge cuts are in the range, those that only touch it are not", () => {
  expect(linesBetween(heights, 0, 100)).toEqual({ first: 0, end: 2 });
  expect(linesBetween(heights, 99, 171)).toEqual({ first: 1, end: 4 });
  expect(linesBetween(heights, 100, 170)).toEqual({ first: 2, end: 3 });
});

test("Beyond its ends a list shows its first or its last line", () => {
  expect(linesBetween(heights, -500, -100)).toEqual({ first: 0, end: 1 });
  expect(linesBetween(heights, 9000, 9900)).toEqual({ first: 5, end: 6 });
  expect(linesBetween([], 0, 100)).toEqual({ first: 0, end: 0 });
});

test("A line of its own is drawn with room on both sides", () => {
  expect(drawnLines(heights, { first: 4, end: 5 }, 1)).toEqual({
    lines: [
      { line: 1, before: 50 },
      { line: 4, before: 120 },
    ],
    after: 50,
  });
  expect(drawnLines(heights, { first: 0, end: 2 }, 1)).toEqual(drawnLines(heights, { first: 0, end: 2 }));
});

test("Whatever is drawn, the list is as high as all its lines", () => {
  const lines = fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 40 });
  const edge = fc.integer({ min: -500, max: 9000 });
  fc.assert(
    fc.property(lines, edge, edge, fc.integer({ min: -1, max: 45 }), (all, top, bottom, own) => {
      const drawn = drawnLines(all, linesBetween(all, top, bottom), own);
      const shown = drawn.lines.reduce((sum, { line, before }) => sum + before + (all[line] ?? 0), 0);
      expect(shown + drawn.after).toBe(all.reduce((sum, height) => sum + height, 0));
    }),
  );
});

test("A line is as high as it was, or as others are, with a gap after all but the last", () => {
  const measured = new Map([
    ["a", 100],
    ["c", 140],
  ]);
  const names = ["a", "b", "c", "d", "e"];
  expect(lineHeights(names, { columns: 2, gap: 12, heights: measured })).toEqual([112, 152, 120]);
  expect(lineHeights([], { columns: 2, gap: 12, heights: measured })).toEqual([]);
});
