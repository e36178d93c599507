import { useId } from "react";
import { useConnections } from "#src/state/connections.ts";
import { useServer } from "#src/state/server.ts";
import { nameOfServer } from "#src/state/servers.ts";
import { StateMark } from "#src/features/connection/state-mark.tsx";
import { classes } from "#src/ui/classes.ts";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { DayStrip } from "./day-strip.tsx";
import { DayTable } from "./day-table.tsx";
import { EventList } from "./event-list.tsx";
import { formatShare, formatSpan, formatTook } from "./figures.ts";
import { HealthActions } from "./health-actions.tsx";
import { LatencyLine } from "./latency-line.tsx";
import { Fact, ServerActivity } from "./server-activity.tsx";
import { stateText } from "./state-text.ts";
import { tellingMs } from "./use-day-summary.ts";
import { useServerDay, useServerHistory } from "./use-server-day.ts";
import { useSinceText } from "./use-since-text.ts";

export type HealthCardProps = {
  url: string;
  /** To be read from across a room, and with what the server is doing. */
  isLarge?: boolean;
};

/** A measurement of before that, in milliseconds, is none of now. */
const recentMs = 5 * 60_000;

/** One server: how it stands, and how it stood over the last day. */
export function HealthCard({ url, isLarge = false }: HealthCardProps) {
  const t = useT();
  const locale = useLocale();
  const id = useId();
  const name = nameOfServer(url);
  const isUsed = useServer((state) => state.url === url);
  const connection = useConnections(({ connections }) => connections.get(url));
  const status = connection?.status ?? "checking";
  const history = useServerHistory(url);
  const day = useServerDay(url);
  const since = useSinceText(day, status);
  const { uptime, latency } = day;
  const newest = history.samples.findLast(({ latencyMs }) => latencyMs !== undefined);
  const isNew = newest !== undefined && status === "connected" && day.to - newest.at < recentMs;
  const version = connection?.version || history.version;
  return (
    <article
      aria-labelledby={id}
      className="flex min-w-0 flex-col gap-4 rounded-panel border border-line bg-raised p-4"
    >
      <header>
        <div className="flex flex-wrap items-baseline gap-x-2">
          <h3 id={id} className="min-w-0 font-medium wrap-anywhere" dir="auto">
            {name}
          </h3>
          {isUsed ? <span className="facts text-accent">{t("serverHealth.inUse")}</span> : null}
        </div>
        <p className="facts wrap-anywhere" dir="ltr">
          {url}
        </p>
        <p
          className={classes(
            "mt-2 flex flex-wrap items-center gap-x-2",
            isLarge ? "text-title font-semibold [&_svg]:size-6" : "text-reading font-medium",
          )}
        >
          <StateMark state={status} />
          <span data-part="state">{t(stateText(status))}</span>
          <span className="facts font-normal">{since}</span>
        </p>
      </header>
      <dl className="grid grid-cols-[repeat(auto-fit,minmax(8rem,1fr))] gap-3">
        <Fact label={t("serverHealth.uptime")}>
          {uptime.share === undefined || uptime.watchedMs < tellingMs
            ? t("serverHealth.unwatched")
            : t("serverHealth.uptimeOf", {
                share: formatShare(uptime.share, locale),
                time: formatSpan(uptime.watchedMs, locale),
              })}
        </Fact>
        <Fact label={t("serverHealth.latency")}>
          {isNew && newest.latencyMs !== undefined
            ? formatTook(newest.latencyMs, locale)
            : t("serverHealth.noLatency")}
        </Fact>
        <Fact label={t("serverHealth.version")}>{version ?? t("serverHealth.versionUnknown")}</Fact>
        {isLarge ? <ServerActivity url={url} /> : null}
      </dl>
      <div className="flex flex-col gap-3">
        <DayStrip day={day} isLarge={isLarge} />
        {latency.count > 0 ? <LatencyLine day={day} name={name} /> : null}
      </div>
      <section aria-label={t("serverHealth.eventsOf", { name })}>
        <h4 className="facts mb-1">{t("serverHealth.events")}</h4>
        <EventList name={name} history={history} now={day.to} />
      </section>
      <details className="mt-auto">
        <summary
          aria-label={t("serverHealth.more", { name })}
          className="facts w-fit pointer-coarse:min-h-11 pointer-coarse:py-3"
        >
          {t("serverHealth.table")}
        </summary>
        <div className="mt-2 flex flex-col gap-3">
          <DayTable day={day} name={name} />
          <HealthActions url={url} name={name} isEmpty={history.samples.length === 0} />
        </div>
      </details>
    </article>
  );
}
