import * as fc from "fast-check";
import { expect, test } from "vitest";
import { hourRows, lookOf, momentOf, serverDay } from "./server-day.ts";
import type { Sample, SeenState } from "./uptime.ts";

const minute = 60_000;
const now = Date.UTC(2026, 0, 2, 12, 30);

const at = (minutesAgo: number, state: SeenState = "connected", latencyMs?: number): Sample => ({
  at: now - minutesAgo * minute,
  state,
  ...(latencyMs === undefined ? {} : { latencyMs }),
});

test("an outage is counted once, whatever it looked like, and again after a gap", () => {
  const samples = [
    at(600, "unreachable"),
    at(599, "unreachable"),
    at(5),
    at(4, "unreachable"),
    at(3, "needs a key"),
    at(2, "unreachable"),
    at(1),
  ];
  expect(serverDay(samples, now).outages).toBe(2);
  expect(serverDay([], now)).toMatchObject({ outages: 0, since: undefined, uptime: { watchedMs: 0 } });
});

test("a moment tells the worst that was seen in it", () => {
  const samples = [at(5, "connected", 3), at(4, "connected", 9), at(3, "unreachable"), at(2), at(1)];
  const day = serverDay(samples, now);
  expect(momentOf(day, now - 5 * minute, now)).toEqual({
    from: now - 3 * minute,
    to: now - 2 * minute,
    state: "unreachable",
  });
  expect(momentOf(day, now - 5 * minute, now - 3 * minute)).toMatchObject({
    state: "connected",
    latencyMs: 3,
  });
  expect(momentOf(day, now - 60 * minute, now - 30 * minute)).toMatchObject({ state: "unknown" });
});

test("the hours of the table add up to the whole", () => {
  const times = fc.uniqueArray(fc.integer({ min: 0, max: 1439 }), { maxLength: 200 });
  fc.assert(
    fc.property(times, fc.infiniteStream(fc.boolean()), (minutes, ups) => {
      const samples = minutes
        .toSorted((one, other) => other - one)
        .map((ago) => at(ago, ups.next().value ? "connected" : "unreachable", 4));
      const day = serverDay(samples, now);
      const rows = hourRows(day);
      const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((all, row) => all + of(row), 0);
      expect(sum((row) => row.watchedMs)).toBe(day.uptime.watchedMs);
      expect(sum((row) => row.upMs)).toBe(day.uptime.upMs);
      for (const { from } of rows) expect(new Date(from).getUTCMinutes()).toBe(0);
    }),
  );
});

test("what answers, but not for this page, looks neither up nor down", () => {
  expect((["connected", "unreachable", "origin refused", "unknown"] as const).map(lookOf)).toEqual([
    "up",
    "down",
    "refused",
    "unknown",
  ]);
});
