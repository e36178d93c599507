import { useId } from "react";

export type RadioChoiceProps<Value extends string> = {
  legend: string;
  value: Value;
  options: readonly { readonly value: Value; readonly label: string }[];
  onChange: (value: Value) => void;
};

/** One of two or three, side by side. */
export function RadioChoice<Value extends string>(props: RadioChoiceProps<Value>) {
  const { legend, value, options, onChange } = props;
  const id = useId();
  return (
    <fieldset role="radiogroup" className="min-w-0">
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
              className="accent-accent"
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
