import { useState } from "react";
import { Field } from "#src/ui/field.tsx";
import { useT } from "#src/ui/i18n.tsx";

export type NumberFieldProps = {
  label: string;
  /** Absent: the inherited value holds, and `hint` names it. */
  value: number | undefined;
  range: { readonly min: number; readonly max?: number; readonly step: number };
  hint: string;
  onChange: (value: number | undefined) => void;
};

/** A number that may be left empty. What is typed stays; only what is in range is taken. */
export function NumberField({ label, value, range, hint, onChange }: NumberFieldProps) {
  const t = useT();
  const [typed, setTyped] = useState(value === undefined ? "" : String(value));
  const shown = value !== undefined && Number(typed) !== value ? String(value) : typed;
  const [isWrong, setIsWrong] = useState(false);

  function take(text: string, isBad: boolean) {
    setTyped(text);
    const number = Number(text);
    const isEmpty = text === "" && !isBad;
    const isInRange = number >= range.min && number <= (range.max ?? Number.MAX_SAFE_INTEGER);
    const isWhole = range.step < 1 || Number.isInteger(number);
    const isGood = isEmpty || (!isBad && Number.isFinite(number) && isInRange && isWhole);
    setIsWrong(!isGood);
    if (isGood) onChange(isEmpty ? undefined : number);
  }

  const message =
    range.max === undefined
      ? t("chat.wholeNumber", { min: range.min })
      : t("chat.range", { min: range.min, max: range.max });
  return (
    <Field
      label={label}
      type="number"
      inputMode="decimal"
      min={range.min}
      max={range.max}
      step={range.step}
      placeholder={hint}
      hint={value === undefined ? undefined : t("chat.from.user")}
      error={isWrong ? message : undefined}
      value={isWrong ? typed : shown}
      onChange={(event) => take(event.target.value, event.target.validity.badInput)}
    />
  );
}
