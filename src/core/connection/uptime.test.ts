import * as fc from "fast-check";
import { expect, test } from "vitest";
import { heldSince, reachMs, type Sample, segmentsOf, type SeenState, uptimeOf } from "./uptime.ts";

const minute = 60_000;
const states: readonly SeenState[] = ["connected", "unreachable", "needs a key"];

function at(minutes: number, state: SeenState = "connected"): Sample {
  return { at: minutes * minute, state };
}

const anySamples = fc
  .uniqueArray(fc.integer({ min: 0, max: 400 }), { maxLength: 40 })
  .chain((times) =>
    fc.tuple(
      fc.constant(times.toSorted((one, other) => one - other)),
      fc.array(fc.constantFrom(...states), { minLength: times.length, maxLength: times.length }),
    ),
  )
  // Times in tens of seconds, so that some lie within the reach of another and some do not.
  .map(([times, found]) =>
    times.map((time, index): Sample => ({ at: time * 10_000, state: found[index] ?? "connected" })),
  );

/** What is known of one moment, by the rule read word for word. */
function stateAt(samples: readonly Sample[], time: number, end: number): SeenState | "unknown" {
  const last = samples.findLast((sample) => sample.at <= time);
  if (!last) return "unknown";
  const next = samples.find((sample) => sample.at > time);
  return Math.min(next?.at ?? end, end) - last.at <= reachMs ? last.state : "unknown";
}

test("segments say of each moment what the checks around it say, without holes", () => {
  fc.assert(
    fc.property(anySamples, fc.nat(100), fc.integer({ min: 1, max: 400 }), (samples, begin, length) => {
      const from = begin * 10_000;
      const to = from + length * 10_000;
      const segments = segmentsOf(samples, from, to);
      expect(segments[0]?.from).toBe(from);
      expect(segments.at(-1)?.to).toBe(to);
      for (const [index, segment] of segments.entries()) {
        expect(segment.to).toBeGreaterThan(segment.from);
        const next = segments[index + 1];
        if (!next) continue;
        expect(next.from).toBe(segment.to);
        expect(next.state).not.toBe(segment.state);
      }
      for (let time = from; time < to; time += 5000) {
        const segment = segments.find((one) => one.from <= time && time < one.to);
        expect(segment?.state).toBe(stateAt(samples, time, to));
      }
    }),
  );
});

test("uptime is the share of watched moments in which it could be used", () => {
  fc.assert(
    fc.property(anySamples, (samples) => {
      const to = 4_000_000;
      let watched = 0;
      let up = 0;
      for (let time = 0; time < to; time += 10_000) {
        const state = stateAt(samples, time, to);
        if (state !== "unknown") watched += 10_000;
        if (state === "connected") up += 10_000;
      }
      const uptime = uptimeOf(segmentsOf(samples, 0, to));
      expect(uptime.watchedMs).toBe(watched);
      expect(uptime.upMs).toBe(up);
      expect(uptime.share).toBe(watched === 0 ? undefined : up / watched);
    }),
  );
});

test("time in which nobody looked counts neither as up nor as down", () => {
  // Watched for two minutes, away for eight hours, watched for one, in which it was down.
  const samples = [at(0), at(1), at(2), at(482, "unreachable"), at(483, "unreachable")];
  const segments = segmentsOf(samples, 0, 600 * minute);
  expect(segments.map(({ from, to, state }) => [from / minute, to / minute, state])).toEqual([
    [0, 2, "connected"],
    [2, 482, "unknown"],
    [482, 483, "unreachable"],
    [483, 600, "unknown"],
  ]);
  expect(uptimeOf(segments)).toEqual({ watchedMs: 3 * minute, upMs: 2 * minute, share: 2 / 3 });
});

test("the newest check speaks for the present as long as the next one is not overdue", () => {
  expect(segmentsOf([at(0)], 0, minute)).toEqual([{ from: 0, to: minute, state: "connected" }]);
  expect(segmentsOf([at(0)], 0, 2 * minute)).toEqual([{ from: 0, to: 2 * minute, state: "unknown" }]);
});

test("since when a state holds, and whether its beginning was seen", () => {
  expect(heldSince([])).toBeUndefined();
  expect(heldSince([at(0, "unreachable"), at(1), at(2)])).toEqual({ at: minute, isChange: true });
  expect(heldSince([at(0), at(1), at(2)])).toEqual({ at: 0, isChange: false });
  // Over a gap the state may have changed any number of times.
  expect(heldSince([at(0), at(60), at(61)])).toEqual({ at: 60 * minute, isChange: false });
  expect(heldSince([at(0, "unreachable"), at(60)])).toEqual({ at: 60 * minute, isChange: false });
});
