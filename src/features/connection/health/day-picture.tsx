import { useId } from "react";
import { lookOf, type Look, type ServerDay } from "#src/core/connection/server-day.ts";

const height = 24;
const minute = 60_000;
/** An outage is drawn at least so wide, in minutes, so that a short one is seen. */
const least = 6;

/** Height and colour of each look: being up is calm, being down stands out, and nobody looking leaves a line. */
const bars: Record<Look, { readonly tall: number; readonly colour: string }> = {
  unknown: { tall: 2, colour: "text-line" },
  up: { tall: 13, colour: "text-good" },
  refused: { tall: 19, colour: "text-warn" },
  down: { tall: height, colour: "text-bad" },
};
const order: readonly Look[] = ["unknown", "up", "refused", "down"];

/** 24 hours from left to right, one unit a minute. It stands beside a text that says the same. */
export function DayPicture({ day, className }: { day: ServerDay; className: string }) {
  const id = useId();
  const minutes = (day.to - day.from) / minute;
  const parts = day.segments
    .map((segment) => ({ ...segment, look: lookOf(segment.state) }))
    .toSorted((one, other) => order.indexOf(one.look) - order.indexOf(other.look));
  return (
    <svg aria-hidden viewBox={`0 0 ${minutes} ${height}`} preserveAspectRatio="none" className={className}>
      <defs>
        {/* Bars for what answers and refuses, so that it differs by more than its colour. */}
        <pattern id={id} width={12} height={height} patternUnits="userSpaceOnUse">
          <rect width={8} height={height} className="fill-warn" />
        </pattern>
      </defs>
      {parts.map(({ from, to, look }) => {
        const { tall, colour } = bars[look];
        const isOut = look === "down" || look === "refused";
        const wide = Math.max((to - from) / minute, isOut ? least : 0);
        return (
          <rect
            key={`${look} ${from}`}
            data-look={look}
            x={Math.min((from - day.from) / minute, minutes - wide)}
            y={height - tall}
            width={wide}
            height={tall}
            className={colour}
            fill={look === "refused" ? `url(#${id})` : "currentColor"}
          />
        );
      })}
    </svg>
  );
}
