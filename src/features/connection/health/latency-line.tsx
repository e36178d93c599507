import { latencyBuckets, type LatencyBucket } from "#src/core/connection/latency.ts";
import type { ServerDay } from "#src/core/connection/server-day.ts";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { formatTook } from "./figures.ts";

const quarterMs = 15 * 60_000;
const height = 48;

type Told = Required<LatencyBucket>;

/** Answering times of the last 24 hours: the median as a line, up to the 95th percentile as a shade, nothing where nothing was measured. */
export function LatencyLine({ day, name }: { day: ServerDay; name: string }) {
  const t = useT();
  const locale = useLocale();
  const { count, medianMs, p95Ms } = day.latency;
  if (medianMs === undefined || p95Ms === undefined) return null;
  const stretches = stretchesOf(latencyBuckets(day.samples, day.from, day.to, quarterMs));
  const most = Math.max(...stretches.flat().map((bucket) => bucket.p95Ms));
  const place = (bucket: Told, ms: number): string => {
    const x = (bucket.from - day.from) / quarterMs + 0.5;
    return `${x.toFixed(2)} ${(height - (ms / most) * (height - 4) - 2).toFixed(2)}`;
  };
  const says = t("serverHealth.latencySays", {
    median: formatTook(medianMs, locale),
    p95: formatTook(p95Ms, locale),
    count,
  });
  return (
    <figure className="m-0">
      <div dir="ltr" className="relative border-b border-line">
        <svg
          role="img"
          aria-label={`${t("serverHealth.latencyLine", { name })}. ${says}`}
          viewBox={`0 0 ${(day.to - day.from) / quarterMs} ${height}`}
          preserveAspectRatio="none"
          className="h-12 w-full"
        >
          {stretches.map((buckets) => {
            const line = buckets.map((bucket) => place(bucket, bucket.medianMs));
            const roof = buckets.map((bucket) => place(bucket, bucket.p95Ms));
            const [first = ""] = line;
            // A lone point is a line of no length, which round ends make a dot.
            const path = `M${line.length > 1 ? line.join("L") : `${first}L${first}`}`;
            return (
              <g key={buckets[0]?.from} fill="none">
                <path d={`M${[...line, ...roof.toReversed()].join("L")}Z`} className="fill-accent-soft" />
                <path
                  d={path}
                  className="stroke-accent"
                  strokeWidth={line.length > 1 ? 2 : 4}
                  strokeLinecap="round"
                  strokeLinejoin="round"
                  vectorEffect="non-scaling-stroke"
                />
              </g>
            );
          })}
        </svg>
        <span aria-hidden className="facts absolute inset-s-0 top-0 leading-none tabular-nums">
          {formatTook(most, locale)}
        </span>
      </div>
      <figcaption aria-hidden className="facts mt-1">
        {says}
      </figcaption>
    </figure>
  );
}

/** Neighbouring stretches of time that have figures, together. */
function stretchesOf(buckets: readonly LatencyBucket[]): readonly (readonly Told[])[] {
  const all: Told[][] = [[]];
  for (const { from, count, medianMs, p95Ms } of buckets) {
    if (medianMs === undefined || p95Ms === undefined) all.push([]);
    else all.at(-1)?.push({ from, count, medianMs, p95Ms });
  }
  return all.filter((group) => group.length > 0);
}
