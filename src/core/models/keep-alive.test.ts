import { expect, test } from "vitest";
import { keepAliveOf } from "./keep-alive.ts";

test.each([
  ["", undefined],
  ["  ", undefined],
  ["300", 300],
  ["-1", -1],
  ["\u22121", -1],
  ["0", 0],
  ["10m", "10m"],
  [" 1h30m ", "1h30m"],
  ["1.5h", "1.5h"],
  ["-1m", "-1m"],
  ["5 m", null],
  ["5 minutes", null],
  ["5d", null],
  ["1.5", null],
  ["NaN", null],
  ["h", null],
])("%j", (typed, value) => expect(keepAliveOf(typed)).toBe(value));
