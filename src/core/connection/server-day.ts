import { latencyBuckets, type LatencyBucket, latencyOf } from "./latency.ts";
import {
  heldSince,
  type Sample,
  type Segment,
  segmentsOf,
  type SeenState,
  type Uptime,
  uptimeOf,
} from "./uptime.ts";
import { dayMs } from "./uptime-samples.ts";

/** How a state is drawn: it can be used; it answers, but not so that this page can use it; it does not answer; nobody looked. */
export type Look = "up" | "refused" | "down" | "unknown";

export function lookOf(state: SeenState | "unknown"): Look {
  if (state === "connected") return "up";
  if (state === "unreachable") return "down";
  return state === "unknown" ? "unknown" : "refused";
}

/** The last 24 hours of a server, ready to be drawn. Times are milliseconds since 1970 UTC. */
export type ServerDay = {
  readonly from: number;
  readonly to: number;
  readonly samples: readonly Sample[];
  readonly segments: readonly Segment[];
  readonly uptime: Uptime;
  /** How often it was seen to become unusable, or to be so after nobody had looked. */
  readonly outages: number;
  readonly latency: Omit<LatencyBucket, "from">;
  readonly since: ReturnType<typeof heldSince>;
};

/** Sums up what is kept of a server, up to `now`. */
export function serverDay(samples: readonly Sample[], now: number): ServerDay {
  const from = now - dayMs;
  const within = samples.filter(({ at }) => at >= from);
  const segments = segmentsOf(samples, from, now);
  const outages = segments.filter(({ state }, index) => {
    const before = segments[index - 1]?.state ?? "unknown";
    return isOut(state) && !isOut(before);
  }).length;
  return {
    from,
    to: now,
    samples: within,
    segments,
    uptime: uptimeOf(segments),
    outages,
    latency: latencyOf(within),
    since: heldSince(samples),
  };
}

function isOut(state: Segment["state"]): boolean {
  return state !== "connected" && state !== "unknown";
}

/** What is told of a moment: the stretch it lies in, and the median of the answers measured within. */
export type Moment = Segment & { readonly latencyMs?: number };

const weight: Record<Look, number> = { down: 3, refused: 2, up: 1, unknown: 0 };

/** What is told of the time from `from` to `to`: the worst that was seen in it, so that no short outage is stepped over. */
export function momentOf({ samples, segments }: ServerDay, from: number, to: number): Moment | undefined {
  let worst: Segment | undefined;
  for (const segment of segments) {
    if (segment.to <= from || segment.from >= to) continue;
    if (!worst || weight[lookOf(segment.state)] > weight[lookOf(worst.state)]) worst = segment;
  }
  if (worst?.state !== "connected") return worst;
  const { medianMs } = latencyOf(samples.filter(({ at }) => at >= from && at < to));
  return medianMs === undefined ? worst : { ...worst, latencyMs: medianMs };
}

/** One hour of the day in numbers, for those who read a table. */
export type HourRow = Uptime & LatencyBucket;

const hourMs = 60 * 60_000;

/** The hours in which somebody looked, the newest first; the first and the last may be parts of one. */
export function hourRows({ samples, segments, from, to }: ServerDay): readonly HourRow[] {
  const rows: HourRow[] = [];
  for (let begin = Math.floor(from / hourMs) * hourMs; begin < to; begin += hourMs) {
    const parts = segments.flatMap((segment) => {
      const cut = {
        ...segment,
        from: Math.max(segment.from, begin),
        to: Math.min(segment.to, begin + hourMs),
      };
      return cut.to > cut.from ? [cut] : [];
    });
    const uptime = uptimeOf(parts);
    const [bucket] = latencyBuckets(samples, begin, begin + hourMs, hourMs);
    if (uptime.watchedMs > 0 && bucket) rows.unshift({ ...bucket, ...uptime });
  }
  return rows;
}
