/** How the text box becomes texts: each line one, or all of it one. */
export type TextSplit = "lines" | "whole";

/** What was embedded, in the order of the texts. Durations in nanoseconds, as the server tells them, summed over the requests. */
export type Embedded = {
  readonly model: string;
  readonly texts: readonly string[];
  /** One a text; all of one length. */
  readonly vectors: readonly (readonly number[])[];
  readonly totalNs: number;
  readonly loadNs: number;
  readonly promptTokens: number;
  readonly requests: number;
};

/** How many texts go out in one request. */
export const textsPerRequest = 64;

/** The texts in a box or a file. Lines are trimmed and empty ones left out; a whole text stays as it is, unless it is blank. */
export function textsOf(typed: string, split: TextSplit): readonly string[] {
  if (split === "whole") return typed.trim() === "" ? [] : [typed];
  return typed
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/**
 * The text of a file that is UTF-8, without its byte order mark. `undefined` for bytes that are not UTF-8, and for text with
 * NUL characters, which is some other encoding or no text at all.
 */
export function plainText(bytes: Uint8Array, decode: (bytes: Uint8Array) => string): string | undefined {
  try {
    const text = decode(bytes).replace(/^\uFEFF/, "");
    return text.includes("\0") ? undefined : text;
  } catch {
    return undefined;
  }
}

/** A whole number of at least one; `undefined` for an empty field, `null` for anything else. */
export function dimensionsOf(typed: string): number | undefined | null {
  const text = typed.trim();
  if (text === "") return undefined;
  const value = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  return value >= 1 ? value : null;
}

/** Euclidean length of each vector. */
export function norms(vectors: readonly (readonly number[])[]): readonly number[] {
  return vectors.map((vector) => Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0)));
}

/** Adds the answer of a further request. */
export function joined(before: Embedded | undefined, part: Embedded): Embedded {
  if (!before) return part;
  return {
    model: part.model,
    texts: [...before.texts, ...part.texts],
    vectors: [...before.vectors, ...part.vectors],
    totalNs: before.totalNs + part.totalNs,
    loadNs: before.loadNs + part.loadNs,
    promptTokens: before.promptTokens + part.promptTokens,
    requests: before.requests + part.requests,
  };
}
