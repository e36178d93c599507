import { type KeyboardEvent, useState } from "react";
import { momentOf, type ServerDay } from "#src/core/connection/server-day.ts";
import { formatClock } from "#src/ui/figures.ts";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { DayPicture } from "./day-picture.tsx";
import { formatTook } from "./figures.ts";
import { stateText } from "./state-text.ts";
import { useDaySummary } from "./use-day-summary.ts";

/** The strip is gone through in steps of five minutes. */
const steps = 288;
const anHour = 12;

const moves: Readonly<Record<string, (at: number) => number>> = {
  ArrowLeft: (at) => at - 1,
  ArrowDown: (at) => at - 1,
  ArrowRight: (at) => at + 1,
  ArrowUp: (at) => at + 1,
  PageDown: (at) => at - anHour,
  PageUp: (at) => at + anHour,
  Home: () => 0,
  End: () => steps - 1,
};

/** The last 24 hours: a picture, and under it in words the whole or the moment that is pointed at or gone to by keys. */
export function DayStrip({ day, isLarge }: { day: ServerDay; isLarge: boolean }) {
  const t = useT();
  const locale = useLocale();
  const summary = useDaySummary(day);
  const [at, setAt] = useState<number>();
  const text = useMomentText(day, at ?? steps - 1);
  const middle = (day.from + day.to) / 2;

  function onKeyDown(event: KeyboardEvent) {
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    setAt(Math.min(steps - 1, Math.max(0, move(at ?? steps - 1))));
  }

  return (
    <div>
      <div
        role="slider"
        tabIndex={0}
        aria-label={t("serverHealth.moment")}
        aria-valuemin={0}
        aria-valuemax={steps - 1}
        aria-valuenow={at ?? steps - 1}
        aria-valuetext={text}
        dir="ltr"
        className="relative cursor-crosshair rounded-control py-1 pointer-coarse:py-2"
        onKeyDown={onKeyDown}
        onFocus={() => setAt((before) => before ?? steps - 1)}
        onBlur={() => setAt(undefined)}
        onPointerMove={({ currentTarget, clientX }) => {
          const { left, width } = currentTarget.getBoundingClientRect();
          setAt(Math.min(steps - 1, Math.max(0, Math.floor(((clientX - left) / width) * steps))));
        }}
        onPointerLeave={({ currentTarget }) => {
          if (document.activeElement !== currentTarget) setAt(undefined);
        }}
      >
        <DayPicture day={day} className={isLarge ? "h-10 w-full" : "h-6 w-full"} />
        {at === undefined ? null : (
          <div
            aria-hidden
            className="pointer-events-none absolute inset-y-0 w-0.5 bg-text"
            style={{ left: `${((at + 0.5) / steps) * 100}%` }}
          />
        )}
      </div>
      <div aria-hidden dir="ltr" className="facts flex justify-between tabular-nums">
        {[day.from, middle, day.to].map((time) => (
          <span key={time}>{formatClock(new Date(time), locale)}</span>
        ))}
      </div>
      <p className="facts mt-1 min-h-10 sm:min-h-5">{at === undefined ? summary : text}</p>
    </div>
  );
}

function useMomentText(day: ServerDay, at: number): string {
  const t = useT();
  const locale = useLocale();
  const step = (day.to - day.from) / steps;
  const from = day.from + at * step;
  const moment = momentOf(day, from, from + step);
  if (!moment) return "";
  const clock = (time: number) => formatClock(new Date(time), locale);
  const state = t(stateText(moment.state));
  if (moment.latencyMs !== undefined)
    return t("serverHealth.momentTook", {
      time: clock(from),
      state,
      took: formatTook(moment.latencyMs, locale),
    });
  const ends = [...new Set([clock(moment.from), clock(moment.to)])];
  return t("serverHealth.momentSays", {
    time: moment.state === "connected" ? clock(from) : ends.join("–"),
    state,
  });
}
