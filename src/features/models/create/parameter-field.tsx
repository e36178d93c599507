import type { ParameterFault } from "#src/core/models/create-parameter.ts";
import {
  type ParameterName,
  type ParameterReference,
  rangeOf,
} from "#src/core/models/parameter-reference.ts";
import type { ParameterValue } from "#src/core/models/parameters-text.ts";
import { Field } from "#src/ui/field.tsx";
import { type Translate, useLocale, useT } from "#src/ui/i18n.tsx";
import { parameterFaultText, rangeText } from "./parameter-text.ts";
import { SelectField } from "#src/ui/select-field.tsx";

export type ParameterFieldProps = {
  reference: ParameterReference & { readonly name: ParameterName };
  /** As typed; empty where the base's holds. */
  value: string;
  /** What the base has. */
  base: ParameterValue | undefined;
  fault: ParameterFault | undefined;
  onChange: (value: string) => void;
};

/** One parameter: what it means, what it may be, and what holds without it. */
export function ParameterField({ reference, value, base, fault, onChange }: ParameterFieldProps) {
  const t = useT();
  const locale = useLocale();
  const { name } = reference;
  const facts = [...factsOf(reference, base, t, locale)].join(" · ");
  const hint = (
    <>
      {t(`parameters.${name}`)}
      <span className="block">{facts}</span>
    </>
  );
  const error = fault && parameterFaultText(fault, rangeOf(reference), t, locale);
  if (reference.kind === "boolean")
    return (
      <SelectField
        label={name}
        value={value}
        hint={hint}
        error={error}
        options={[
          { value: "", label: t("create.unset") },
          { value: "true", label: t("create.true") },
          { value: "false", label: t("create.false") },
          ...(["", "true", "false"].includes(value) ? [] : [{ value, label: value }]),
        ]}
        onChange={onChange}
      />
    );
  return (
    <Field
      label={name}
      inputMode={reference.kind === "integer" && rangeOf(reference).least >= 0 ? "numeric" : "text"}
      autoComplete="off"
      dir="ltr"
      placeholder={base === undefined ? "" : String(base)}
      hint={hint}
      error={error}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

function* factsOf(
  reference: ParameterReference,
  base: ParameterValue | undefined,
  t: Translate,
  locale: string,
) {
  const range = rangeText(reference, t, locale);
  if (range !== "") yield range;
  if (reference.standard !== undefined)
    yield t("create.standard", { value: reference.standard.toLocaleString(locale) });
  if (base !== undefined)
    yield t("create.ofBase", {
      value: typeof base === "number" ? base.toLocaleString(locale) : String(base),
    });
}
