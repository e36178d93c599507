import type { ConnectionState } from "./finding.ts";

/** The states that a check can find. */
export type SeenState = Exclude<ConnectionState, "checking">;

/** One check of a server, as it is kept. */
export type Sample = {
  /** Milliseconds since 1970 UTC, whole seconds. */
  readonly at: number;
  readonly state: SeenState;
  /** From the question to the answer, whole milliseconds; absent where no answer was measured. */
  readonly latencyMs?: number;
  /** As far as the server told one. */
  readonly version?: string;
};

/** A stretch of time in which a server was seen in one state, or in which nobody looked. Milliseconds since 1970 UTC. */
export type Segment = {
  readonly from: number;
  readonly to: number;
  readonly state: SeenState | "unknown";
};

/**
 * The longest time between two checks, in milliseconds, over which the first one still speaks: a minute, which is how often is
 * asked, and half of one for answers that are slow. Over more than that nobody looked.
 */
export const reachMs = 90_000;

/**
 * What is known of the time from `from` to `to`: segments without holes or overlaps, no two neighbours in the same state. A check
 * speaks for the time until the next one, so a change counts from when it was noticed. `samples` are in order of time.
 */
export function segmentsOf(samples: readonly Sample[], from: number, to: number): readonly Segment[] {
  const segments: Segment[] = [];
  const add = (end: number, state: Segment["state"]): void => {
    const last = segments.at(-1);
    const begin = last?.to ?? from;
    if (end <= begin) return;
    if (last?.state === state) segments[segments.length - 1] = { ...last, to: end };
    else segments.push({ from: begin, to: end, state });
  };
  for (const [index, { at, state }] of samples.entries()) {
    if (at >= to) break;
    const next = Math.min(samples[index + 1]?.at ?? to, to);
    add(at, "unknown");
    add(next, next - at <= reachMs ? state : "unknown");
  }
  add(to, "unknown");
  return segments;
}

/** Over how much time a server was watched, and how much of that it could be used; milliseconds. */
export type Uptime = {
  readonly watchedMs: number;
  readonly upMs: number;
  /** From 0 to 1; absent where nobody watched. */
  readonly share?: number;
};

/** Sums up segments. Time in which nobody looked counts neither way. */
export function uptimeOf(segments: readonly Segment[]): Uptime {
  let watchedMs = 0;
  let upMs = 0;
  for (const { from, to, state } of segments) {
    if (state === "unknown") continue;
    watchedMs += to - from;
    if (state === "connected") upMs += to - from;
  }
  return watchedMs > 0 ? { watchedMs, upMs, share: upMs / watchedMs } : { watchedMs, upMs };
}

/**
 * Since when the last sample's state holds: the first check that found it, or the first one since which it was watched without
 * a gap. `isChange`: another state was seen before it; else it may have been so for longer. Undefined without samples.
 */
export function heldSince(
  samples: readonly Sample[],
): { readonly at: number; readonly isChange: boolean } | undefined {
  const last = samples.at(-1);
  if (!last) return undefined;
  let { at } = last;
  for (let index = samples.length - 2; index >= 0; index -= 1) {
    const sample = samples[index];
    if (!sample || at - sample.at > reachMs) return { at, isChange: false };
    if (sample.state !== last.state) return { at, isChange: true };
    at = sample.at;
  }
  return { at, isChange: false };
}
