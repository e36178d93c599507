import { hourRows, type ServerDay } from "#src/core/connection/server-day.ts";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { formatMoment, formatSpan, formatTook } from "./figures.ts";

/** The last 24 hours in numbers, the newest hour first. */
export function DayTable({ day, name }: { day: ServerDay; name: string }) {
  const t = useT();
  const locale = useLocale();
  const took = (ms: number | undefined) => (ms === undefined ? "–" : formatTook(ms, locale));
  return (
    <div
      role="region"
      aria-label={t("serverHealth.tableOf", { name })}
      // What scrolls has to be reached by the keyboard.
      tabIndex={0}
      className="max-h-72 overflow-auto"
    >
      <table className="w-full text-facts whitespace-nowrap tabular-nums [&_td]:py-1 [&_td]:pe-4 [&_th]:py-1 [&_th]:pe-4 [&_th]:text-start [&_th]:font-normal [&_thead]:text-muted">
        <caption className="sr-only">{t("serverHealth.tableOf", { name })}</caption>
        <thead>
          <tr>
            <th scope="col">{t("serverHealth.hour")}</th>
            <th scope="col">{t("serverHealth.up")}</th>
            <th scope="col">{t("serverHealth.down")}</th>
            <th scope="col">{t("serverHealth.medianHead")}</th>
            <th scope="col">{t("serverHealth.p95Head")}</th>
          </tr>
        </thead>
        <tbody>
          {hourRows(day).map(({ from, upMs, watchedMs, medianMs, p95Ms }) => (
            <tr key={from} className="border-t border-line">
              <th scope="row">{formatMoment(from, day.to, locale)}</th>
              <td>{formatSpan(upMs, locale)}</td>
              <td>{watchedMs > upMs ? formatSpan(watchedMs - upMs, locale) : "–"}</td>
              <td>{took(medianMs)}</td>
              <td>{took(p95Ms)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
