import { expect, test } from "vitest";
import { formatAge, formatLeft } from "./figures.ts";

test("what is left is rounded up, to what an estimate deserves", () => {
  expect(formatLeft(0.2, "en")).toBe("1 sec");
  expect(formatLeft(59.2, "en")).toBe("1 min");
  expect(formatLeft(60, "en")).toBe("1 min");
  expect(formatLeft(61, "en")).toBe("2 min");
  expect(formatLeft(3600, "en")).toBe("1 hr");
  expect(formatLeft(5000, "en")).toBe("1 hr 24 min");
});

test("an age is told in its largest unit", () => {
  expect(formatAge(0, "en")).toBe("1 second ago");
  expect(formatAge(5 * 60_000, "en")).toBe("5 minutes ago");
  expect(formatAge(50 * 3_600_000, "en")).toBe("2 days ago");
});
