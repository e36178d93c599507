export type JsonRecord = { readonly [key: string]: unknown };

/** The value as an object of unknown fields, or `undefined` for anything else (arrays too). */
export function asRecord(value: unknown): JsonRecord | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as JsonRecord)
    : undefined;
}

/** Parsed JSON, or `undefined` where the text is none (`undefined` is not a JSON value). */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
