import { useState } from "react";
import { Field } from "#src/ui/field.tsx";
import { formatWhole } from "#src/ui/figures.ts";
import { useLocale, useT } from "#src/ui/i18n.tsx";

export type NumberBoxProps = {
  label: string;
  value: number | undefined;
  range: { readonly least: number; readonly most: number };
  hint: string | undefined;
  isOptional?: boolean;
  isFraction?: boolean;
  onChange: (value: number | undefined) => void;
};

/** A number in a range. What is typed stays; what is wrong says so and changes nothing. */
export function NumberBox({ label, value, range, hint, isOptional, isFraction, onChange }: NumberBoxProps) {
  const t = useT();
  const locale = useLocale();
  const [typed, setTyped] = useState<{ readonly text: string; readonly beside: number | undefined }>();
  const isWrong = typed !== undefined && typed.beside === value && !isGood(typed.text);
  // What is typed stands until the value comes from elsewhere.
  const isShown = typed !== undefined && (isWrong || numberIn(typed.text) === value);
  const shown = isShown ? typed.text : value === undefined ? "" : String(value);

  function isGood(text: string): boolean {
    const number = numberIn(text);
    if (number === undefined) return isOptional ?? false;
    return number >= range.least && number <= range.most && (isFraction || Number.isInteger(number));
  }

  const bounds = {
    least: isFraction ? range.least : formatWhole(range.least, locale),
    most: formatWhole(range.most, locale),
  };
  return (
    <Field
      label={label}
      inputMode={isFraction ? "decimal" : "numeric"}
      autoComplete="off"
      dir="ltr"
      hint={hint}
      error={isWrong ? t(isFraction ? "details.fit.number" : "details.fit.wholeNumber", bounds) : undefined}
      value={shown}
      onChange={({ target }) => {
        setTyped({ text: target.value, beside: value });
        if (isGood(target.value)) onChange(numberIn(target.value));
      }}
    />
  );
}

/** A comma is a decimal point to many. */
function numberIn(text: string): number | undefined {
  return text.trim() === "" ? undefined : Number(text.trim().replace(",", "."));
}
