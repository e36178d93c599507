import * as fc from "fast-check";
import { expect, test } from "vitest";
import { latencyBuckets, latencyOf, quantile } from "./latency.ts";
import type { Sample } from "./uptime.ts";

test("a quantile is the smallest value that so many do not exceed", () => {
  const values = fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 80 });
  fc.assert(
    fc.property(values, fc.integer({ min: 1, max: 100 }), (list, percent) => {
      const found = quantile(list, percent / 100);
      const enough = (value: number) =>
        list.filter((other) => other <= value).length * 100 >= percent * list.length;
      const candidates = list.filter(enough);
      expect(found).toBe(Math.min(...candidates));
    }),
  );
  expect(quantile([], 0.5)).toBeUndefined();
});

const samples: readonly Sample[] = [
  { at: 0, state: "connected", latencyMs: 4 },
  { at: 60_000, state: "connected", latencyMs: 6 },
  { at: 120_000, state: "connected", latencyMs: 90 },
  { at: 900_000, state: "unreachable" },
  { at: 1_800_000, state: "connected", latencyMs: 5 },
];

test("a quarter of an hour without an answer has no figures", () => {
  expect(latencyBuckets(samples, 0, 2_700_000, 900_000)).toEqual([
    { from: 0, count: 3, medianMs: 6, p95Ms: 90 },
    { from: 900_000, count: 0 },
    { from: 1_800_000, count: 1, medianMs: 5, p95Ms: 5 },
  ]);
});

test("what lies outside is not counted", () => {
  expect(latencyBuckets(samples, 60_000, 120_000, 60_000)).toEqual([
    { from: 60_000, count: 1, medianMs: 6, p95Ms: 6 },
  ]);
});

test("over all samples", () => {
  expect(latencyOf(samples)).toEqual({ count: 4, medianMs: 5, p95Ms: 90 });
  expect(latencyOf([])).toEqual({ count: 0 });
});
