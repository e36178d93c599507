import type { TextSplit } from "#src/core/playground/embedding.ts";
import { useT } from "#src/ui/i18n.tsx";

const splits = ["lines", "whole"] as const;

/** Whether each line is a text, or all of them are one. */
export function SplitChoice({ value, onChange }: { value: TextSplit; onChange: (split: TextSplit) => void }) {
  const t = useT();
  return (
    <fieldset className="flex flex-wrap gap-x-4">
      <legend className="sr-only">{t("embeddings.split")}</legend>
      {splits.map((split) => (
        <label key={split} className="flex min-h-8 items-center gap-2 pointer-coarse:min-h-11">
          <input
            type="radio"
            name="split"
            className="accent-accent"
            checked={split === value}
            onChange={() => onChange(split)}
          />
          {t(`embeddings.split.${split}`)}
        </label>
      ))}
    </fieldset>
  );
}
