import { type ReactNode, useId } from "react";

export type SelectFieldProps = {
  label: string;
  value: string;
  options: readonly { readonly value: string; readonly label: string }[];
  onChange: (value: string) => void;
  hint?: ReactNode;
  error?: string | undefined;
};

/** A labelled choice among several, with its hint and its error. */
export function SelectField({ label, value, options, onChange, hint, error }: SelectFieldProps) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-medium">
        {label}
      </label>
      <select
        id={id}
        className="min-h-8 w-full rounded-control border border-line bg-page px-2 py-1.5 text-ui text-text aria-invalid:border-bad pointer-coarse:min-h-11"
        aria-invalid={error ? true : undefined}
        aria-describedby={error || hint ? `${id}-note` : undefined}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {error || hint ? (
        <p id={`${id}-note`} className={error ? "facts mt-1 text-bad" : "facts mt-1"}>
          {error ?? hint}
        </p>
      ) : null}
    </div>
  );
}
