import { type ParameterReference, rangeOf } from "./parameter-reference.ts";

/** Why a text is no value of an option: no number, no whole number, not true or false, or outside the range. */
export type ParameterFault = "number" | "integer" | "boolean" | "range";

export type ReadParameter =
  | { readonly ok: true; readonly value: number | boolean | string }
  | { readonly ok: false; readonly fault: ParameterFault };

/** What Go's ParseFloat and JSON both take, but neither NaN, infinities nor hexadecimals. */
const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
/** Go's ParseBool, which the command line reads Modelfiles with. */
const yes = new Set(["1", "t", "T", "true", "True", "TRUE"]);
const no = new Set(["0", "f", "F", "false", "False", "FALSE"]);

/**
 * The value of an option as JSON has to hold it, from what was typed. Ollama stores a wrong type without a word, and each later
 * request of the model fails. A whole number may have an exponent: the server itself writes `1.048576e+06`.
 */
export function readParameter(reference: ParameterReference, typed: string): ReadParameter {
  if (reference.kind === "strings") return { ok: true, value: typed };
  // The minus sign as the hints write it.
  const text = typed.trim().replace(/^\u2212/, "-");
  if (reference.kind === "boolean") {
    if (yes.has(text)) return { ok: true, value: true };
    return no.has(text) ? { ok: true, value: false } : { ok: false, fault: "boolean" };
  }
  const value = Number(text);
  if (!decimal.test(text) || !Number.isFinite(value)) return { ok: false, fault: "number" };
  if (reference.kind === "integer" && !Number.isInteger(value)) return { ok: false, fault: "integer" };
  const { least, most } = rangeOf(reference);
  return value < least || value > most ? { ok: false, fault: "range" } : { ok: true, value };
}
