import { Plus, X } from "lucide-react";
import { useRef } from "react";
import { BigBox } from "#src/ui/big-area.tsx";
import { Button, IconButton } from "#src/ui/button.tsx";
import { useT } from "#src/ui/i18n.tsx";

export type TextListProps = {
  legend: string;
  hint?: string | undefined;
  /** Names of the boxes and their buttons, by their number from 1. */
  label: (number: number) => string;
  add: string;
  remove: (number: number) => string;
  rows: number;
  values: readonly string[];
  /** What the base has, for those who want to keep some of it. */
  base?: readonly string[] | undefined;
  onChange: (values: readonly string[]) => void;
};

/** Several texts, each in a box of its own, since each may have lines of its own. */
export function TextList(props: TextListProps) {
  const { legend, hint, label, add, remove, rows, values, base = [], onChange } = props;
  const t = useT();
  const list = useRef<HTMLFieldSetElement>(null);

  function append(more: readonly string[]) {
    onChange([...values, ...more]);
    // The new box exists after this change is drawn.
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>("li:last-child textarea")?.focus());
  }

  return (
    <fieldset ref={list} className="min-w-0">
      <legend className="font-medium">{legend}</legend>
      {hint ? <p className="facts mt-0.5">{hint}</p> : null}
      {base.length === 0 ? null : (
        <p className="facts mt-0.5 wrap-anywhere">
          {t("create.ofBase", { value: base.map((value) => JSON.stringify(value)).join(", ") })}
        </p>
      )}
      <ul className="mt-2 flex flex-col gap-2 empty:hidden">
        {values.map((value, index) => (
          // Rows have no name but their place.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index} className="flex items-start gap-1">
            <BigBox
              label={label(index + 1)}
              rows={rows}
              className="w-full min-w-0 resize-y rounded-control border border-line bg-page px-3 py-1.5 text-ui pointer-coarse:min-h-11 pointer-coarse:text-reading"
              value={value}
              onChange={(text) => onChange(values.map((other, at) => (at === index ? text : other)))}
            />
            <IconButton
              label={remove(index + 1)}
              onClick={() => onChange(values.filter((_, at) => at !== index))}
            >
              <X aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button onClick={() => append([""])}>
          <Plus aria-hidden className="size-4" />
          {add}
        </Button>
        {base.length > 0 && values.length === 0 ? (
          <Button look="quiet" onClick={() => append(base)}>
            {t("create.takeBase")}
          </Button>
        ) : null}
      </div>
    </fieldset>
  );
}
