import { type ChangeEvent, type ClipboardEvent, type ReactNode, useMemo, useState } from "react";
import { formatBytes } from "#src/core/models/size.ts";
import { Button } from "./button.tsx";
import { Area } from "./field.tsx";
import { useLocale, useT } from "./i18n.tsx";

/** A browser's box for text becomes slow with more, in UTF-16 code units. */
const largest = 200_000;
/** So much of a larger one is shown. */
const shown = 2000;

export type BigAreaProps = {
  label: string;
  /** As a form has it. */
  name?: string;
  value: string;
  onChange: (value: string) => void;
  hint?: ReactNode;
  error?: string | undefined;
  rows?: number;
  placeholder?: string;
  spellCheck?: boolean;
  className?: string;
};

/** A box for text of any size: a very large one is kept whole and shown in part, so that nothing freezes. */
export function BigArea({ spellCheck = true, ...props }: BigAreaProps) {
  const big = useBigText(props);
  if (big.part) return big.part;
  return <Area {...props} {...big.handlers} spellCheck={spellCheck && props.value.length < 20_000} />;
}

export type BigBoxProps = Pick<BigAreaProps, "label" | "value" | "onChange" | "rows" | "className">;

/** The same without anything around it, named by its label. */
export function BigBox({ label, ...props }: BigBoxProps) {
  const big = useBigText({ label, ...props });
  return big.part ?? <textarea {...props} {...big.handlers} aria-label={label} dir="auto" />;
}

function useBigText({ value, onChange, ...props }: BigAreaProps) {
  const [isForced, setIsForced] = useState(false);
  const isPart = value.length > largest && !isForced;
  return {
    /** In place of the box. */
    part: isPart ? (
      <Part {...props} value={value} onEdit={() => setIsForced(true)} onRemove={() => onChange("")} />
    ) : undefined,
    handlers: {
      onChange: (event: ChangeEvent<HTMLTextAreaElement>) => onChange(event.target.value),
      onPaste(event: ClipboardEvent<HTMLTextAreaElement>) {
        const pasted = event.clipboardData.getData("text/plain");
        if (pasted.length <= largest) return;
        // The box itself would take seconds to lay it out.
        event.preventDefault();
        const { selectionStart, selectionEnd } = event.currentTarget;
        onChange(value.slice(0, selectionStart) + pasted.replace(/\r\n?/g, "\n") + value.slice(selectionEnd));
      },
    },
  };
}

type PartProps = Pick<BigAreaProps, "label" | "value" | "hint" | "error"> & {
  onEdit: () => void;
  onRemove: () => void;
};

function Part({ label, value, hint, error, onEdit, onRemove }: PartProps) {
  const t = useT();
  const locale = useLocale();
  const size = useMemo(() => formatBytes(new Blob([value]).size, locale), [value, locale]);
  return (
    <section aria-label={label} className="min-w-0 flex-1">
      <p className="mb-1 font-medium">{label}</p>
      <pre
        dir="auto"
        // A form with a fault in it leads here, and what scrolls has to be reached by the keyboard.
        tabIndex={0}
        role="group"
        aria-label={t("models.bigTextStart", { label })}
        data-invalid={error ? true : undefined}
        className="max-h-40 overflow-auto rounded-control border border-line bg-surface px-3 py-2 font-mono text-facts whitespace-pre-wrap wrap-anywhere data-invalid:border-bad"
      >
        {value.slice(0, shown)}…
      </pre>
      <p className="facts mt-1">{t("models.bigText", { size })}</p>
      {error || hint ? <p className={error ? "facts mt-1 text-bad" : "facts mt-1"}>{error || hint}</p> : null}
      <div className="mt-2 flex flex-wrap gap-2">
        <Button onClick={onEdit}>{t("models.bigTextEdit")}</Button>
        <Button look="danger" onClick={onRemove}>
          {t("models.bigTextRemove")}
        </Button>
      </div>
    </section>
  );
}
