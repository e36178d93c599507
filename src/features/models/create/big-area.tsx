import { type ReactNode, useMemo, useState } from "react";
import { formatBytes } from "#src/core/models/size.ts";
import { Button } from "#src/ui/button.tsx";
import { Area } from "#src/ui/field.tsx";
import { useLocale, useT } from "#src/ui/i18n.tsx";

/** A browser's box for text becomes slow with more, in UTF-16 code units. */
const largest = 200_000;
/** So much of a larger one is shown. */
const shown = 2000;

export type BigAreaProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: ReactNode;
  error?: string | undefined;
  rows?: number;
  placeholder?: string;
  className?: string;
};

/** A box for text of any size: a very large one is kept whole and shown in part, so that nothing freezes. */
export function BigArea({ value, onChange, ...props }: BigAreaProps) {
  const t = useT();
  const locale = useLocale();
  const [isForced, setIsForced] = useState(false);
  const isBig = value.length > largest;
  const bytes = useMemo(() => (isBig ? new Blob([value]).size : 0), [isBig, value]);
  if (!isBig || isForced)
    return (
      <Area
        {...props}
        value={value}
        spellCheck={value.length < 20_000}
        onChange={(event) => onChange(event.target.value)}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData("text/plain");
          if (pasted.length <= largest) return;
          // The box itself would take seconds to lay it out.
          event.preventDefault();
          const { selectionStart, selectionEnd } = event.currentTarget;
          onChange(
            value.slice(0, selectionStart) + pasted.replace(/\r\n?/g, "\n") + value.slice(selectionEnd),
          );
        }}
      />
    );
  const size = formatBytes(bytes, locale);
  return (
    <section aria-label={props.label}>
      <p className="mb-1 font-medium">{props.label}</p>
      <pre
        dir="auto"
        className="max-h-40 overflow-auto rounded-control border border-line bg-surface px-3 py-2 font-mono text-facts whitespace-pre-wrap wrap-anywhere"
      >
        {value.slice(0, shown)}…
      </pre>
      <p className="facts mt-1">{t("create.big", { size })}</p>
      {props.error ? <p className="facts mt-1 text-bad">{props.error}</p> : null}
      <div className="mt-2 flex flex-wrap gap-2">
        <Button onClick={() => setIsForced(true)}>{t("create.big.edit")}</Button>
        <Button look="danger" onClick={() => onChange("")}>
          {t("create.big.remove")}
        </Button>
      </div>
    </section>
  );
}
