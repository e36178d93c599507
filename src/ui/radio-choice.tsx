import { type ReactNode, useId } from "react";

export type RadioChoiceProps<Value extends string> = {
  legend: string;
  value: Value;
  /** A mark stands in the place of the round button. */
  options: readonly { readonly value: Value; readonly label: string; readonly mark?: ReactNode }[];
  hint?: string;
  isFixed?: boolean;
  onChange: (value: Value) => void;
};

/** One of a few, side by side. */
export function RadioChoice<Value extends string>(props: RadioChoiceProps<Value>) {
  const { legend, value, options, hint, isFixed = false, onChange } = props;
  const id = useId();
  return (
    <fieldset
      role="radiogroup"
      className="min-w-0"
      disabled={isFixed}
      aria-describedby={hint === undefined ? undefined : `${id}-hint`}
    >
      <legend className="mb-1 font-medium">{legend}</legend>
      <div className="flex flex-wrap gap-2">
        {options.map((option) => (
          <label
            key={option.value}
            className="flex min-h-8 items-center gap-2 rounded-control border border-line bg-raised px-3 has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent pointer-coarse:min-h-11"
          >
            <input
              type="radio"
              name={id}
              className={option.mark ? "sr-only" : "accent-accent"}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.mark}
            {option.label}
          </label>
        ))}
      </div>
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="facts mt-1">
          {hint}
        </p>
      )}
    </fieldset>
  );
}
