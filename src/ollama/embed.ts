import { OllamaFailure } from "#src/core/errors.ts";
import { malformed } from "#src/core/stream/chat-chunk.ts";
import { errorText } from "#src/core/stream/error-text.ts";
import { asRecord, parseJson } from "#src/core/stream/json.ts";
import { enqueue } from "./connection-queue.ts";
import type { GenerateHooks } from "./generate.ts";
import type { KeepAlive } from "./memory.ts";
import { jsonPost, ollamaFetch, textOf } from "./request.ts";

/** A request to `/api/embed`; what is absent is not sent. */
export type EmbedRequest = {
  readonly model: string;
  readonly input: readonly string[];
  /** Texts longer than the context are cut; the server's own default is true. */
  readonly truncate?: boolean;
  /** The vectors are cut to so many numbers and brought to length one again. */
  readonly dimensions?: number;
  readonly keep_alive?: KeepAlive;
};

/** One vector a text, in their order. Durations in nanoseconds; 0 where an old server does not tell. */
export type EmbedAnswer = {
  readonly embeddings: readonly (readonly number[])[];
  readonly totalNs: number;
  readonly loadNs: number;
  readonly promptTokens: number;
};

/**
 * Embeds texts, loading the model first where need be; nothing is told before the end. Holds one of the server's connections.
 * Throws an `OllamaFailure`: `http` 501 for a model that cannot embed, 400 for a text that is too long even with `truncate`,
 * `malformed` for an answer with another number of vectors. Aborting gives it up. `onWaiting` hears the place among the streams of the
 * server that wait, from 1; `onSent` that it waits no more.
 */
export async function embed(
  server: string,
  request: EmbedRequest,
  signal: AbortSignal,
  hooks: GenerateHooks = {},
): Promise<EmbedAnswer> {
  const release = await enqueue(server, signal, hooks.onWaiting);
  try {
    hooks.onSent?.();
    const response = await ollamaFetch(server, "/api/embed", jsonPost(request), signal);
    return decodeEmbed(await textOf(response, signal), request.input.length);
  } finally {
    release();
  }
}

function decodeEmbed(text: string, count: number): EmbedAnswer {
  const record = asRecord(parseJson(text));
  if (record?.["error"] !== undefined)
    throw new OllamaFailure({ kind: "in-stream", message: errorText(record["error"]) });
  const embeddings = record?.["embeddings"];
  if (!isTable(embeddings) || embeddings.length !== count) throw new OllamaFailure(malformed(text));
  const number = (key: string): number => {
    const value = record?.[key];
    return typeof value === "number" ? value : 0;
  };
  return {
    embeddings,
    totalNs: number("total_duration"),
    loadNs: number("load_duration"),
    promptTokens: number("prompt_eval_count"),
  };
}

/** Rows of numbers, all of one length. */
function isTable(value: unknown): value is readonly (readonly number[])[] {
  if (!Array.isArray(value)) return false;
  const rows: readonly unknown[] = value;
  const [first] = rows;
  const width = Array.isArray(first) ? first.length : 0;
  return rows.every(
    (row) => Array.isArray(row) && row.length === width && row.every((item) => typeof item === "number"),
  );
}
