import type { Look } from "#src/core/connection/server-day.ts";
import { classes } from "#src/ui/classes.ts";
import { type MessageKey, useT } from "#src/ui/i18n.tsx";

const looks: readonly (readonly [Look, MessageKey, string])[] = [
  ["up", "serverHealth.legendUp", "h-2 bg-good"],
  ["refused", "serverHealth.legendRefused", "h-3 border-x-4 border-warn"],
  ["down", "serverHealth.legendDown", "h-4 bg-bad"],
  ["unknown", "serverHealth.legendUnknown", "h-0.5 bg-muted"],
];

/** What the shapes of the strips mean. */
export function DayLegend() {
  const t = useT();
  return (
    <ul className="facts flex flex-wrap gap-x-4 gap-y-1">
      {looks.map(([look, text, shape]) => (
        <li key={look} className="flex items-end gap-1.5">
          <span aria-hidden className={classes("mb-0.5 w-3", shape)} />
          {t(text)}
        </li>
      ))}
    </ul>
  );
}
