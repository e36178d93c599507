import { useMemo } from "react";
import { type Embedded, norms } from "#src/core/playground/embedding.ts";
import { formatDuration, formatWhole } from "#src/ui/figures.ts";
import { type MessageKey, useLocale, useT } from "#src/ui/i18n.tsx";

/** The figures of a result: counts are of what came, times are the server's. */
export function EmbeddingFacts({ result }: { result: Embedded }) {
  const t = useT();
  const locale = useLocale();
  const lengths = useMemo(() => norms(result.vectors), [result.vectors]);
  const least = lengths.reduce((a, b) => Math.min(a, b), Infinity);
  const most = lengths.reduce((a, b) => Math.max(a, b), 0);
  const norm = (value: number) => value.toLocaleString(locale, { maximumFractionDigits: 4 });
  const facts: readonly (readonly [MessageKey, string])[] = [
    ["embeddings.fact.count", formatWhole(result.vectors.length, locale)],
    ["embeddings.fact.dimensions", formatWhole(result.vectors[0]?.length ?? 0, locale)],
    ["embeddings.fact.norm", norm(least) === norm(most) ? norm(least) : `${norm(least)} – ${norm(most)}`],
    ["embeddings.fact.tokens", formatWhole(result.promptTokens, locale)],
    ["embeddings.fact.total", formatDuration(result.totalNs / 1e6, locale)],
    ["embeddings.fact.load", formatDuration(result.loadNs / 1e6, locale)],
  ];
  return (
    <div>
      <h3 className="font-medium wrap-anywhere" dir="ltr">
        {result.model}
      </h3>
      <dl className="mt-2 grid grid-cols-[repeat(auto-fill,minmax(8rem,1fr))] gap-x-4 gap-y-2">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt className="facts">{t(label)}</dt>
            <dd className="tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
