import { readParameter } from "#src/core/models/create-parameter.ts";
import {
  type ParameterName,
  type ParameterReference,
  type parameterReference,
  rangeOf,
} from "#src/core/models/parameter-reference.ts";
import { stopFault } from "#src/core/playground/stop-texts.ts";
import { changeCompletionForm, completionForm, useCompletionForm } from "#src/state/completion-form.ts";
import { Area, Field } from "#src/ui/field.tsx";
import { type Translate, useLocale, useT } from "#src/ui/i18n.tsx";
import { SelectField } from "#src/ui/select-field.tsx";

/** One option: what it does, its range and its standard; a wrong value is said here and stays. */
export function OptionField({ option }: { option: (typeof parameterReference)[number] }) {
  const reference: ParameterReference & { readonly name: ParameterName } = option;
  const { name, kind } = reference;
  const t = useT();
  const locale = useLocale();
  const typed = useCompletionForm((form) => form.options[name] ?? "");
  const error = faultOf(reference, typed, t, locale);
  const hint = [
    t(`parameters.${name}`),
    rangeText(reference, t, locale),
    ...(reference.standard === undefined
      ? []
      : [`${t("completion.standard", { value: reference.standard.toLocaleString(locale) })}.`]),
    ...(reference.reloads ? [t("completion.reloads")] : []),
    ...(kind === "strings" ? [t("completion.stopHint")] : []),
  ]
    .filter(Boolean)
    .join(" ");
  const change = (text: string) =>
    changeCompletionForm({ options: { ...completionForm().options, [name]: text } });

  if (kind === "boolean")
    return (
      <SelectField
        label={name}
        value={typed}
        options={[
          { value: "", label: t("completion.notSet") },
          { value: "true", label: t("completion.yes") },
          { value: "false", label: t("completion.no") },
        ]}
        onChange={change}
        hint={hint}
        error={error}
      />
    );
  if (kind === "strings")
    return (
      <Area
        label={name}
        rows={2}
        spellCheck={false}
        value={typed}
        onChange={(event) => change(event.target.value)}
        hint={hint}
        error={error}
      />
    );
  return (
    <Field
      label={name}
      inputMode={kind === "integer" && (reference.least ?? -1) >= 0 ? "numeric" : "text"}
      autoComplete="off"
      spellCheck={false}
      dir="ltr"
      value={typed}
      placeholder={reference.standard === undefined ? "" : String(reference.standard)}
      onChange={(event) => change(event.target.value)}
      hint={hint}
      error={error}
    />
  );
}

/** Ends that only the type of the number sets are not worth a word. */
function rangeText(reference: ParameterReference, t: Translate, locale: string): string {
  const { least, most } = reference;
  if (least === undefined) return "";
  const shown = (value: number) => value.toLocaleString(locale);
  return most === undefined
    ? `${t("completion.rangeFrom", { least: shown(least) })}.`
    : `${t("completion.range", { least: shown(least), most: shown(most) })}.`;
}

function faultOf(
  reference: ParameterReference,
  typed: string,
  t: Translate,
  locale: string,
): string | undefined {
  if (typed.trim() === "") return undefined;
  if (reference.kind === "strings") {
    const line = stopFault(typed);
    return line === undefined ? undefined : t("completion.optionFault.stop", { line });
  }
  const read = readParameter(reference, typed);
  if (read.ok) return undefined;
  const { least, most } = rangeOf(reference);
  const bounds = { least: least.toLocaleString(locale), most: most.toLocaleString(locale) };
  const range = most === Number.MAX_VALUE ? t("completion.rangeFrom", bounds) : t("completion.range", bounds);
  return t(`completion.optionFault.${read.fault}`, { typed: typed.trim().slice(0, 40), range });
}
