import { CircleAlert, CircleCheck, CircleX, Link2, type LucideIcon, Sparkles } from "lucide-react";
import { useState } from "react";
import { lookOf } from "#src/core/connection/server-day.ts";
import type { ServerEvent } from "#src/core/connection/server-events.ts";
import type { ServerHistory } from "#src/state/server-history.ts";
import { Button } from "#src/ui/button.tsx";
import { classes } from "#src/ui/classes.ts";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { awayText, eventText } from "./event-text.ts";
import { formatMoment } from "./figures.ts";

export type EventListProps = { name: string; history: ServerHistory; now: number };

/** What changed about a server, the newest first. */
export function EventList({ name, history, now }: EventListProps) {
  const t = useT();
  const [isAll, setAll] = useState(false);
  const { events, samples } = history;
  const first = 4;
  if (events.length === 0) return <p className="facts">{t("serverHealth.noEvents")}</p>;
  const shown = events.toReversed().slice(0, isAll ? undefined : first);
  return (
    <>
      <ol aria-label={t("serverHealth.eventsOf", { name })} className="flex flex-col gap-1">
        {shown.map((event, index) => (
          <EventRow
            key={`${event.kind} ${event.at}`}
            event={event}
            earlier={events.slice(0, events.length - 1 - index)}
            samples={samples}
            now={now}
          />
        ))}
      </ol>
      {events.length > first ? (
        <Button look="quiet" className="mt-1 -ms-3" aria-expanded={isAll} onClick={() => setAll(!isAll)}>
          {isAll
            ? t("serverHealth.fewerEvents")
            : t("serverHealth.allEvents", { count: events.length - first })}
        </Button>
      ) : null}
    </>
  );
}

type EventRowProps = {
  event: ServerEvent;
  earlier: readonly ServerEvent[];
  samples: ServerHistory["samples"];
  now: number;
};

function EventRow({ event, earlier, samples, now }: EventRowProps) {
  const t = useT();
  const locale = useLocale();
  const [Icon, colour] = markOf(event);
  const [what, cause] = eventText(event, earlier, t);
  const gap = "lastAt" in event && event.lastAt !== undefined ? event.lastAt : undefined;
  const more = [
    cause,
    awayText(event, earlier, samples, t, locale),
    gap === undefined ? undefined : t("serverHealth.eventAfterGap", { time: formatMoment(gap, now, locale) }),
  ].filter((part) => part !== undefined);
  return (
    <li className="flex items-start gap-2">
      <Icon aria-hidden className={classes("mt-0.5 size-4 shrink-0", colour)} />
      <span className="min-w-0 flex-1 wrap-anywhere">
        {what}
        {more.length > 0 ? <span className="facts"> · {more.join(" · ")}</span> : null}
      </span>
      <time
        dateTime={new Date(event.at).toISOString()}
        title={new Intl.DateTimeFormat(locale, { dateStyle: "full", timeStyle: "medium" }).format(event.at)}
        className="facts shrink-0 pt-0.5 tabular-nums"
      >
        {formatMoment(event.at, now, locale)}
      </time>
    </li>
  );
}

function markOf(event: ServerEvent): readonly [LucideIcon, string] {
  if (event.kind === "version") return [Sparkles, "text-accent"];
  if (event.kind === "address") return [Link2, "text-muted"];
  const look = lookOf(event.to);
  if (look === "up") return [CircleCheck, "text-good"];
  return look === "down" ? [CircleX, "text-bad"] : [CircleAlert, "text-warn"];
}
