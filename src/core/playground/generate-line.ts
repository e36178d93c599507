import type { OllamaError } from "#src/core/errors.ts";
import { malformed } from "#src/core/stream/chat-chunk.ts";
import { errorText } from "#src/core/stream/error-text.ts";
import { asRecord, type JsonRecord, parseJson } from "#src/core/stream/json.ts";

/** What the last line of `/api/generate` measured. Durations are milliseconds; the server leaves out what is zero. */
export type GenerateTimings = {
  readonly totalMs: number;
  readonly loadMs: number;
  /** Tokens of the whole prompt: those that were kept from an earlier request are among them, though their time is not. */
  readonly promptTokens: number;
  readonly promptMs: number;
  readonly tokens: number;
  readonly generationMs: number;
};

export type GenerateEnd = {
  /** `stop`, `length`, `load` or `unload`; empty where the server says none. */
  readonly reason: string;
  readonly timings: GenerateTimings;
};

/** What some lines of `/api/generate` say together, and the fault that ended the stream after them. */
export type GenerateBatch = {
  readonly text: string;
  readonly thinking: string;
  /** Lines that brought text or thinking: about as many as tokens. */
  readonly pieces: number;
  readonly end?: GenerateEnd;
  readonly fault?: OllamaError;
};

/** Folds lines into one batch. What stands before a faulty line is kept; what follows it or the end is not read. */
export function decodeGenerateLines(lines: readonly string[]): GenerateBatch {
  let text = "";
  let thinking = "";
  let pieces = 0;
  for (const line of lines) {
    const record = asRecord(parseJson(line));
    if (!record) return { text, thinking, pieces, fault: malformed(line) };
    if (record["error"] !== undefined) {
      const fault = { kind: "in-stream", message: errorText(record["error"]) } as const;
      return { text, thinking, pieces, fault };
    }
    const { response, thinking: thought, done } = record;
    // Before thinking, and between it and the answer, lines come with neither.
    if (typeof response === "string") text += response;
    if (typeof thought === "string") thinking += thought;
    if (response || thought) pieces += 1;
    if (typeof response !== "string" && typeof done !== "boolean")
      return { text, thinking, pieces, fault: malformed(line) };
    if (done === true) return { text, thinking, pieces, end: endOf(record) };
  }
  return { text, thinking, pieces };
}

function endOf(record: JsonRecord): GenerateEnd {
  const count = (name: string) => {
    const value = record[name];
    return typeof value === "number" && value > 0 ? value : 0;
  };
  const ms = (name: string) => count(name) / 1e6;
  return {
    reason: typeof record["done_reason"] === "string" ? record["done_reason"] : "",
    timings: {
      totalMs: ms("total_duration"),
      loadMs: ms("load_duration"),
      promptTokens: count("prompt_eval_count"),
      promptMs: ms("prompt_eval_duration"),
      tokens: count("eval_count"),
      generationMs: ms("eval_duration"),
    },
  };
}
