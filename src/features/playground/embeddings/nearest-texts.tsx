import { useState } from "react";
import { nearestTo, type SimilarityMatrix } from "#src/core/playground/similarity.ts";
import { Field } from "#src/ui/field.tsx";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { formatCosine } from "./heat-style.ts";
import { shortText, TextButton } from "./text-button.tsx";

export type NearestTextsProps = {
  texts: readonly string[];
  matrix: SimilarityMatrix;
  chosen: number;
  onChoose: (index: number) => void;
};

const most = 10;

/** What is nearest to one text, which is chosen anywhere on the page, or here by its number. */
export function NearestTexts({ texts, matrix, chosen, onChoose }: NearestTextsProps) {
  const t = useT();
  const locale = useLocale();
  const [typed, setTyped] = useState<string>();
  const error = typed === undefined ? undefined : t("chat.range", { min: 1, max: texts.length });

  function take(text: string) {
    const number = Number(text);
    const isGood = text.trim() !== "" && Number.isInteger(number) && number >= 1 && number <= texts.length;
    setTyped(isGood ? undefined : text);
    if (isGood) onChoose(number - 1);
  }

  function choose(index: number) {
    setTyped(undefined);
    onChoose(index);
  }

  return (
    <section aria-label={t("embeddings.nearest")} className="min-w-0">
      <h3 className="font-medium">{t("embeddings.nearest")}</h3>
      <div className="mt-2 flex items-start gap-3 border-t border-line pt-2">
        <Field
          label={t("embeddings.number")}
          className="w-24 shrink-0"
          inputMode="numeric"
          value={typed ?? String(chosen + 1)}
          error={error}
          onChange={(event) => take(event.target.value)}
        />
        <p className="line-clamp-3 min-w-0 flex-1 pt-6 wrap-anywhere" dir="auto">
          {shortText(texts[chosen] ?? "")}
        </p>
      </div>
      <ol className="mt-2 flex flex-col">
        {nearestTo(matrix, chosen, most).map(({ b, value }) => (
          <li key={b} className="flex items-center gap-2 border-t border-line py-1.5">
            <span className="w-12 shrink-0 tabular-nums">{formatCosine(value, locale, 3)}</span>
            <TextButton texts={texts} index={b} onChoose={choose} className="flex-1" />
          </li>
        ))}
      </ol>
    </section>
  );
}
