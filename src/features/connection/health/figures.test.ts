import { expect, test } from "vitest";
import { formatMoment, formatShare, formatSpan, formatTook } from "./figures.ts";

const second = 1000;
const minute = 60 * second;

test("how long", () => {
  expect(formatSpan(40_900, "en")).toBe("40 sec");
  expect(formatSpan(12 * minute + 59 * second, "en")).toBe("12 min");
  expect(formatSpan(372 * minute, "en")).toBe("6 hr 12 min");
  expect(formatSpan(120 * minute, "en")).toBe("2 hr");
});

test("only all of it is 100%", () => {
  expect(formatShare(1, "en")).toBe("100%");
  expect(formatShare(0.99999, "en")).toBe("99.99%");
  expect(formatShare(0.992, "en")).toBe("99.2%");
  expect(formatShare(0, "en")).toBe("0%");
});

test("how long an answer took", () => {
  expect(formatTook(3, "en")).toBe("3 ms");
  expect(formatTook(999, "en")).toBe("999 ms");
  expect(formatTook(1240, "en")).toBe("1.2 sec");
});

test("a moment of another day has its date", () => {
  const noon = new Date(2026, 0, 2, 12, 5).getTime();
  expect(formatMoment(noon, noon + minute, "en-GB")).toBe("12:05");
  expect(formatMoment(noon, noon + 24 * 60 * minute, "en-GB")).toBe("2 Jan, 12:05");
});
