import { type ReactNode, useId } from "react";

export type ChoiceProps<Value extends string> = {
  label: ReactNode;
  value: Value;
  options: readonly { readonly value: Value; readonly label: string }[];
  onChange: (value: Value) => void;
  hint?: string | undefined;
  error?: string | undefined;
  disabled?: boolean;
};

/** One of a few, as the browser draws it. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { label, value, options, onChange, hint, error, disabled } = props;
  const id = useId();
  const note = error ?? hint;
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1 block font-medium">
        {label}
      </label>
      <select
        id={id}
        value={value}
        disabled={disabled}
        aria-invalid={error ? true : undefined}
        aria-describedby={note ? `${id}-note` : undefined}
        onChange={({ target }) => {
          const chosen = options.find((option) => option.value === target.value);
          if (chosen) onChange(chosen.value);
        }}
        className="min-h-8 w-full rounded-control border border-line bg-page px-2 py-1.5 text-ui text-text disabled:text-muted aria-invalid:border-bad pointer-coarse:min-h-11 pointer-coarse:text-reading"
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {note ? (
        <p id={`${id}-note`} className={error ? "facts mt-1 text-bad" : "facts mt-1"}>
          {note}
        </p>
      ) : null}
    </div>
  );
}
