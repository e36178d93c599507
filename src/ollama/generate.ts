import { OllamaFailure } from "#src/core/errors.ts";
import { decodeGenerateLines, type GenerateBatch } from "#src/core/playground/generate-line.ts";
import type { JsonRecord } from "#src/core/stream/json.ts";
import { createNdjsonReader } from "#src/core/stream/ndjson.ts";
import { readBody } from "./body.ts";
import { enqueue } from "./connection-queue.ts";
import { jsonPost, ollamaFetch } from "./request.ts";

export type GenerateHooks = {
  /** All connections to the server are in use: position in the queue, from 1, whenever it changes. */
  readonly onWaiting?: (position: number) => void;
  /** The request is leaving now. */
  readonly onSent?: () => void;
};

/**
 * One completion by `/api/generate`, streamed: a batch a network chunk, the last one with `end`. All that came is yielded before an
 * `OllamaFailure` is thrown: `http` for a refusal, `in-stream` for an error line, `malformed`, or `cut` where the bytes ended or
 * broke without `done`. There is no deadline: a server is silent while it loads a model. Aborting closes the connection, with which
 * the server stops.
 */
export async function* generate(
  server: string,
  body: JsonRecord,
  signal: AbortSignal,
  hooks: GenerateHooks = {},
): AsyncGenerator<GenerateBatch, void, undefined> {
  const release = await enqueue(server, signal, hooks.onWaiting);
  try {
    hooks.onSent?.();
    const response = await ollamaFetch(server, "/api/generate", jsonPost(body), signal);
    const reader = createNdjsonReader();
    let broken: unknown;
    try {
      for await (const text of readBody(response, signal)) {
        const batch = decodeGenerateLines(reader.push(text));
        if (batch.pieces > 0 || batch.end) yield batch;
        if (batch.fault) throw new OllamaFailure(batch.fault);
        // A proxy may hold the connection open after the end.
        if (batch.end) return;
      }
    } catch (error) {
      if (!(error instanceof OllamaFailure) || error.error.kind !== "cut") throw error;
      broken = error;
    }
    const last = decodeGenerateLines(reader.end());
    if (last.pieces > 0 || last.end) yield last;
    if (last.end) return;
    // A last line that the end cut in two is no fault of its own.
    const isCutLine = last.fault?.kind === "malformed" && last.fault.sample.startsWith("{");
    if (last.fault && !isCutLine) throw new OllamaFailure(last.fault);
    throw broken ?? new OllamaFailure({ kind: "cut", how: "ended" });
  } finally {
    release();
  }
}
