import { expect, test } from "vitest";
import { messageFrom } from "./use-message-keys.ts";

// Tops of four messages below the top of the view; −1 for no focus.
test.each([
  ["from a message in view up", [-400, 0, 300, 600], 1, -1, 0],
  ["from a message in view down", [-400, 0, 300, 600], 1, 1, 2],
  ["from within a long message up, first to its own start", [-900, -300, 500, 800], -1, -1, 1],
  ["from within a long message down", [-900, -300, 500, 800], -1, 1, 2],
  ["a focus that went out of view does not count", [-900, -300, 500, 800], 3, 1, 2],
  ["the focus goes on where the end of the page stops the way", [-900, -300, 100, 200], 3, -1, 2],
])("%s", (_, tops, focused, by, expected) => {
  expect(messageFrom(tops, focused, by as 1 | -1, 700)).toBe(expected);
});

test("there is nothing before the first and after the last", () => {
  expect(messageFrom([0, 100], 0, -1, 700)).toBeUndefined();
  expect(messageFrom([-200, 0], 1, 1, 700)).toBeUndefined();
  expect(messageFrom([], -1, 1, 700)).toBeUndefined();
});
