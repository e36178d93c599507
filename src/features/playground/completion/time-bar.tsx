import type { Stretch } from "#src/core/playground/timings.ts";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { formatSpan } from "./format-span.ts";
import { type PartName, partLooks } from "./part-mark.tsx";

export type TimeBarProps = { name: string; stretches: readonly Stretch<PartName>[] };

/** One line of time, from the start of the request. What is too short to see keeps a hair's breadth. */
export function TimeBar({ name, stretches }: TimeBarProps) {
  const t = useT();
  const locale = useLocale();
  const parts = stretches.map(
    (part) => `${t(`completion.part.${part.name}`)} ${formatSpan(part.ms, locale)}`,
  );
  return (
    <div>
      <p className="facts mb-1">{name}</p>
      <div
        role="img"
        aria-label={t("completion.lineText", { name, parts: parts.join(", ") })}
        className="relative h-4 overflow-hidden rounded-control bg-surface forced-colors:border"
      >
        {stretches.map((part) => (
          <span
            key={part.name}
            title={parts[stretches.indexOf(part)]}
            className={`absolute inset-y-0 min-w-0.5 border-e border-page forced-color-adjust-none ${partLooks[part.name]}`}
            style={{ insetInlineStart: `${part.from * 100}%`, width: `${part.share * 100}%` }}
          />
        ))}
      </div>
    </div>
  );
}
