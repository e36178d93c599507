import { useLocale, useT } from "#src/ui/i18n.tsx";
import { formatCosine, heatStyle } from "./heat-style.ts";

const steps = Array.from({ length: 9 }, (_, index) => index / 8);

/** What the colours mean, from the least alike to the same. */
export function HeatLegend({ from }: { from: number }) {
  const t = useT();
  const locale = useLocale();
  const [low, high] = [formatCosine(from, locale), formatCosine(1, locale)];
  return (
    <div
      role="img"
      aria-label={t("embeddings.legend", { low, high })}
      className="facts flex items-center gap-2"
    >
      <span>{low}</span>
      <span className="flex overflow-hidden rounded-control border border-line" dir="ltr">
        {steps.map((part) => (
          <span key={part} className="h-3 w-4" style={heatStyle(part)} />
        ))}
      </span>
      <span>{high}</span>
    </div>
  );
}
