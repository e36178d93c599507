import type { Sample } from "./uptime.ts";

/** The smallest of the values that at least a share `q` (0 to 1) of them does not exceed: the nearest rank. Undefined without any. */
export function quantile(values: readonly number[], q: number): number | undefined {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)];
}

/** The answers of a stretch of time from `from`: how many were measured, and how long they took, in milliseconds. */
export type LatencyBucket = {
  readonly from: number;
  readonly count: number;
  readonly medianMs?: number;
  readonly p95Ms?: number;
};

/** Latencies from `from` to `to` (not included), in stretches of `bucketMs`; one without an answer has no figures. */
export function latencyBuckets(
  samples: readonly Sample[],
  from: number,
  to: number,
  bucketMs: number,
): readonly LatencyBucket[] {
  const groups: number[][] = Array.from({ length: Math.ceil((to - from) / bucketMs) }, () => []);
  for (const { at, latencyMs } of samples)
    if (at < to && latencyMs !== undefined) groups[Math.floor((at - from) / bucketMs)]?.push(latencyMs);
  return groups.map((values, index) => ({ from: from + index * bucketMs, ...summaryOf(values) }));
}

/** Median and 95th percentile of all samples that have a latency. */
export function latencyOf(samples: readonly Sample[]): Omit<LatencyBucket, "from"> {
  return summaryOf(samples.flatMap(({ latencyMs }) => (latencyMs === undefined ? [] : [latencyMs])));
}

function summaryOf(values: readonly number[]): Omit<LatencyBucket, "from"> {
  const medianMs = quantile(values, 0.5);
  const p95Ms = quantile(values, 0.95);
  if (medianMs === undefined || p95Ms === undefined) return { count: 0 };
  return { count: values.length, medianMs, p95Ms };
}
