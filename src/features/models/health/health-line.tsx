import { type HealthCheck, pointsOf, seriesOf } from "#src/core/models/health.ts";
import { formatDuration, formatSpeed } from "#src/ui/figures.ts";
import { useLocale, useT } from "#src/ui/i18n.tsx";

const width = 160;
const height = 28;
/** Room for the ends of the line and for the marks of failed tests. */
const margin = 4;

/** The history as a line, with its numbers in words. */
export function HealthLine({ checks }: { checks: readonly HealthCheck[] }) {
  const t = useT();
  const locale = useLocale();
  const series = seriesOf(checks);
  const points = pointsOf(series, width, height);
  const format = (value: number) =>
    series.what === "speed" ? formatSpeed(value, locale) : formatDuration(value, locale);
  const { range } = series;
  const [least, most] = range ? [format(range.least), format(range.most)] : [];
  return (
    <figure className="flex flex-col gap-1 sm:items-end">
      <svg
        aria-hidden
        viewBox={`${-margin} ${-margin} ${width + 2 * margin} ${height + 3 * margin}`}
        className="h-10 w-42"
      >
        <path
          d={pathOf(points)}
          fill="none"
          stroke="var(--color-accent)"
          strokeWidth={1.5}
          strokeLinejoin="round"
        />
        {points.map(({ x, y }, index) =>
          y === undefined ? (
            // The time of a test is its name, and there is one at a time.
            <path
              key={checks[index]?.at}
              d={`M${x - 2.5} ${height + 1}l5 5m0-5l-5 5`}
              stroke="var(--color-bad)"
              strokeWidth={1.5}
            />
          ) : (
            <circle key={checks[index]?.at} cx={x} cy={y} r={1.75} fill="var(--color-accent)" />
          ),
        )}
      </svg>
      <figcaption className="facts">
        {t("health.tests", { count: checks.length, failed: series.failed })}
        {least === undefined || most === undefined
          ? null
          : ` · ${t(series.what === "speed" ? "health.rangeSpeed" : "health.rangeTime", {
              range: least === most ? least : `${least} – ${most}`,
            })}`}
      </figcaption>
    </figure>
  );
}

/** A failed test is a gap in the line. */
function pathOf(points: readonly { readonly x: number; readonly y?: number }[]): string {
  return points
    .map(({ x, y }, index) => {
      if (y === undefined) return "";
      return `${points[index - 1]?.y === undefined ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`;
    })
    .join("");
}
