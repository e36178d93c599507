import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type Sample, segmentsOf, uptimeOf } from "./uptime.ts";
import { addSample, dayMs } from "./uptime-samples.ts";

const up = (seconds: number): Sample => ({ at: seconds * 1000, state: "connected", version: "0.32.15" });
const down = (seconds: number): Sample => ({ at: seconds * 1000, state: "unreachable" });

function all(samples: readonly Sample[]): readonly Sample[] {
  let kept: readonly Sample[] = [];
  for (const sample of samples) kept = addSample(kept, sample);
  return kept;
}

const seconds = (samples: readonly Sample[]) => samples.map(({ at }) => at / 1000);

test("one a minute stays, and of quicker ones that say the same the first and the last", () => {
  expect(seconds(all([0, 60, 120, 180].map(up)))).toEqual([0, 60, 120, 180]);
  // Someone looks again and again.
  expect(seconds(all([0, 10, 20, 30, 60, 61, 62].map(up)))).toEqual([0, 60, 62]);
});

test("a change is never left out, however short", () => {
  const samples = [up(0), up(10), down(11), down(12), up(14), up(30)];
  expect(seconds(all(samples))).toEqual([0, 10, 11, 12, 14, 30]);
});

test("the last day is kept, and the newest of before", () => {
  const day = dayMs / 1000;
  expect(seconds(all([up(0), up(60), up(day + 30)]))).toEqual([60, day + 30]);
  expect(seconds(all([up(0), up(60), up(10 * day), up(10 * day + 60)]))).toEqual([10 * day, 10 * day + 60]);
});

test("at most 1,440 are kept", () => {
  const kept = all(Array.from({ length: 3000 }, (_, index) => (index % 2 ? up : down)(index * 20)));
  expect(kept).toHaveLength(1440);
  expect(kept.at(-1)?.at).toBe(2999 * 20_000);
});

test("what a wrong clock wrote into the future goes", () => {
  expect(seconds(all([up(0), up(99_999), up(60)]))).toEqual([0, 60]);
});

test("leaving out what says nothing new changes no figure", () => {
  const steps = fc.array(fc.tuple(fc.integer({ min: 1, max: 200 }), fc.boolean()), { maxLength: 60 });
  fc.assert(
    fc.property(steps, (made) => {
      let time = 0;
      const samples = made.map(([wait, isUp]) => {
        time += wait;
        return (isUp ? up : down)(time);
      });
      const end = time * 1000 + 30_000;
      const before = segmentsOf(samples, 0, end);
      const after = segmentsOf(all(samples), 0, end);
      expect(after).toEqual(before);
      expect(uptimeOf(after)).toEqual(uptimeOf(before));
    }),
  );
});
