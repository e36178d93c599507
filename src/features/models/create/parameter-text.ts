import type { ParameterFault } from "#src/core/models/create-parameter.ts";
import type { ParameterReference } from "#src/core/models/parameter-reference.ts";
import type { Translate } from "#src/ui/i18n.tsx";

/** The range of a parameter as its reference has it; empty where it has none. */
export function rangeText(
  { least, most, kind }: Pick<ParameterReference, "least" | "most" | "kind">,
  t: Translate,
  locale: string,
): string {
  if (kind === "boolean" || kind === "strings" || least === undefined) return "";
  const figure = (value: number) => value.toLocaleString(locale);
  if (most === undefined) return t("create.least", { least: figure(least) });
  return t("create.range", { least: figure(least), most: figure(most) });
}

/** Why a value is not taken, and what would be. */
export function parameterFaultText(
  fault: ParameterFault,
  range: { readonly least: number; readonly most: number },
  t: Translate,
  locale: string,
): string {
  if (fault !== "range") return t(`create.fault.${fault}`);
  const least = range.least.toLocaleString(locale);
  if (range.most === Number.MAX_VALUE) return t("create.fault.least", { least });
  return t("create.fault.range", { least, most: range.most.toLocaleString(locale) });
}
