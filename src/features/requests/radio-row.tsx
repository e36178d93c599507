import { useId } from "react";

export type RadioRowProps<Value extends string> = {
  legend: string;
  value: Value;
  options: readonly { readonly value: Value; readonly label: string }[];
  onChange: (value: Value) => void;
};

/** One of a few, in a row. */
export function RadioRow<Value extends string>({ legend, value, options, onChange }: RadioRowProps<Value>) {
  const name = useId();
  return (
    <fieldset className="flex flex-wrap items-center gap-1">
      <legend className="facts float-start me-2 leading-8 pointer-coarse:leading-11">{legend}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className="inline-flex min-h-8 items-center rounded-control px-3 text-muted select-none hover:bg-hover has-checked:bg-accent-soft has-checked:font-medium has-checked:text-text has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent pointer-coarse:min-h-11"
        >
          <input
            type="radio"
            name={name}
            className="sr-only"
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
