import { durationOf, longestGap, timingParts } from "#src/core/requests/exchange-timing.ts";
import { type Exchange, isOver } from "#src/core/requests/exchange.ts";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { preciseTime } from "./request-figures.ts";
import { partLooks, TimingBar } from "./timing-bar.tsx";
import { usePassed } from "./use-passed.ts";

/** When each part of an exchange came, as a bar and as figures. */
export function RequestTimings({ exchange }: { exchange: Exchange }) {
  const t = useT();
  const locale = useLocale();
  const passed = usePassed(exchange);
  const parts = timingParts(exchange, passed);
  const time = (ms: number | undefined) => (ms === undefined ? "–" : preciseTime(ms, locale));
  const whole = durationOf(exchange, passed);
  const sentAt = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "medium" });
  const rows = [
    ["requests.time.sent", sentAt.format(exchange.sentAt)],
    ["requests.time.headers", time(exchange.headersAt)],
    ["requests.time.first", time(exchange.firstAt)],
    ["requests.time.last", time(exchange.lastAt)],
    ["requests.time.end", isOver(exchange) ? time(exchange.endedAt) : t("requests.time.notYet")],
    ["requests.time.gap", time(longestGap(exchange))],
  ] as const;
  return (
    <section className="mt-4">
      <h4 className="mb-2 font-medium">{t("requests.timings")}</h4>
      <TimingBar parts={parts} scale={Math.max(1, whole)} />
      <ul className="mt-1.5 flex flex-wrap gap-x-4 gap-y-1">
        {parts.map(({ name, ms }) => (
          <li key={name} className="facts flex items-center gap-1.5">
            <span aria-hidden className={`size-2.5 rounded-full ${partLooks[name]}`} />
            {t(`requests.part.${name}`, { time: time(ms) })}
          </li>
        ))}
      </ul>
      <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-0.5">
        {rows.map(([label, value]) => (
          <div key={label} className="col-span-2 grid grid-cols-subgrid">
            <dt className="text-muted">{t(label)}</dt>
            <dd className="tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="facts mt-1.5">{t("requests.timingsNote")}</p>
    </section>
  );
}
