import type { ComponentProps, ReactNode } from "react";
import { Labelled, type LabelledProps } from "./field.tsx";

type Option<Value extends string> = { readonly value: Value; readonly label: string };

export type SelectFieldProps<Value extends string> = Omit<
  ComponentProps<"select">,
  "id" | "value" | "onChange" | "children" | "className"
> &
  Omit<LabelledProps, "children"> & {
    value: Value;
    options: readonly Option<Value>[];
    /** Others, under a head of their own. */
    others?: { readonly label: string; readonly options: readonly Option<Value>[] };
    onChange: (value: Value) => void;
  };

/** A labelled choice among several, as the browser draws it, with its hint and its error. */
export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const { label, hint, error, className, options, others, onChange, ...rest } = props;
  const all = [...options, ...(others?.options ?? [])];
  return (
    <Labelled label={label} hint={hint} error={error} className={className}>
      {(box) => (
        <select
          {...box}
          {...rest}
          onChange={({ target }) => {
            const chosen = all.find((option) => option.value === target.value);
            if (chosen) onChange(chosen.value);
          }}
          className="min-h-8.5 w-full rounded-control border border-line bg-page px-2 py-1.5 text-ui text-text disabled:text-muted aria-invalid:border-bad pointer-coarse:min-h-11 pointer-coarse:text-reading"
        >
          {options.map(asOption)}
          {others && others.options.length > 0 ? (
            <optgroup label={others.label}>{others.options.map(asOption)}</optgroup>
          ) : null}
        </select>
      )}
    </Labelled>
  );
}

function asOption({ value, label }: Option<string>): ReactNode {
  return (
    <option key={value} value={value}>
      {label}
    </option>
  );
}
