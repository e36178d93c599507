import { expect, it } from "vitest";
import { streamVerdict } from "./probes-stream.ts";

const every = (ms: number, count: number) => Array.from({ length: count }, (_, at) => 500 + at * ms);

it("a stream whose chunks come while they are written is not kept back", () => {
  expect(streamVerdict({ arrivals: every(50, 32), tokens: 32, writingMs: 1600 })).toBe("streams");
});

it("chunks that come at once, though they were written over a second, are kept back", () => {
  expect(streamVerdict({ arrivals: [2100], tokens: 32, writingMs: 1600 })).toBe("buffered");
  expect(streamVerdict({ arrivals: [2100, 2101, 2120], tokens: 32, writingMs: 1600 })).toBe("buffered");
});

it("two bursts in the middle of it are not all at once", () => {
  expect(streamVerdict({ arrivals: [900, 2100], tokens: 32, writingMs: 1600 })).toBe("streams");
});

it("what is written in no time says nothing", () => {
  expect(streamVerdict({ arrivals: [500], tokens: 32, writingMs: 100 })).toBe("short");
  expect(streamVerdict({ arrivals: [500], tokens: 3, writingMs: 900 })).toBe("short");
});
