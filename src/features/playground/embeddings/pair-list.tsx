import type { Pair } from "#src/core/playground/similarity.ts";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { formatCosine } from "./heat-style.ts";
import { TextButton } from "./text-button.tsx";

export type PairListProps = {
  texts: readonly string[];
  pairs: readonly Pair[];
  onChoose: (index: number) => void;
};

/** The pairs that are most alike. */
export function PairList({ texts, pairs, onChoose }: PairListProps) {
  const t = useT();
  const locale = useLocale();
  return (
    <section aria-label={t("embeddings.pairs")} className="min-w-0">
      <h3 className="font-medium">{t("embeddings.pairs")}</h3>
      {pairs.length === 0 ? <p className="facts mt-1">{t("embeddings.noPairs")}</p> : null}
      <ol className="mt-2 flex flex-col">
        {pairs.map(({ a, b, value }) => (
          <li key={`${a} ${b}`} className="flex items-center gap-2 border-t border-line py-1.5">
            <span className="w-12 shrink-0 tabular-nums">{formatCosine(value, locale, 3)}</span>
            <span className="flex min-w-0 flex-1 flex-col">
              <TextButton texts={texts} index={a} onChoose={onChoose} />
              <TextButton texts={texts} index={b} onChoose={onChoose} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
