import { OllamaFailure } from "#src/core/errors.ts";
import type { ProgressLine } from "#src/core/models/progress-line.ts";
import { malformed } from "#src/core/stream/chat-chunk.ts";
import { errorText } from "#src/core/stream/error-text.ts";
import { asRecord, parseJson } from "#src/core/stream/json.ts";
import { createNdjsonReader } from "#src/core/stream/ndjson.ts";
import { readBody } from "./body.ts";
import { enqueue } from "./connection-queue.ts";
import { jsonPost, ollamaFetch } from "./request.ts";

export type ProgressHooks = {
  /** The place among the streams of the server that wait, from 1. */
  readonly onWaiting?: (position: number) => void;
};

/**
 * What `/api/pull`, `/api/create` and `/api/push` tell while they work: a batch of lines a network chunk, read to the end of the
 * body. A `success` is held back until then, since a create may carry a pull's before its own. Throws an `OllamaFailure` after the
 * lines before it: `in-stream` for an error line, `cut` for an end without `success`. Aborting closes the connection, with which
 * the server stops.
 */
export async function* streamProgress(
  server: string,
  path: string,
  body: unknown,
  signal: AbortSignal,
  hooks: ProgressHooks = {},
): AsyncGenerator<readonly ProgressLine[], void, undefined> {
  const release = await enqueue(server, signal, hooks.onWaiting);
  try {
    const response = await ollamaFetch(server, path, jsonPost(body), signal);
    const reader = createNdjsonReader();
    let success: ProgressLine | undefined;
    const read = function* (texts: readonly string[]): Generator<readonly ProgressLine[], void, undefined> {
      const lines: ProgressLine[] = [];
      let fault: OllamaFailure | undefined;
      for (const text of texts) {
        const line = decodeLine(text);
        if (line instanceof OllamaFailure) {
          fault = line;
          break;
        }
        // With a missing base `success` comes twice: only the last line ends it.
        success = line.status === "success" ? line : undefined;
        if (!success) lines.push(line);
      }
      if (lines.length > 0) yield lines;
      if (fault) throw fault;
    };
    for await (const text of readBody(response, signal)) yield* read(reader.push(text));
    yield* read(endOf(reader.end()));
    if (!success) throw new OllamaFailure({ kind: "cut", how: "ended" });
    yield [success];
  } finally {
    release();
  }
}

/** A last line that the end of the body cut in two is no line. */
function endOf(texts: readonly string[]): readonly string[] {
  return texts.filter((text) => parseJson(text) !== undefined);
}

function decodeLine(text: string): ProgressLine | OllamaFailure {
  const record = asRecord(parseJson(text));
  if (!record) return new OllamaFailure(malformed(text));
  const { error, status, digest, total, completed } = record;
  if (error !== undefined) return new OllamaFailure({ kind: "in-stream", message: errorText(error) });
  if (typeof status !== "string") return new OllamaFailure(malformed(text));
  return {
    status,
    ...(typeof digest === "string" && { digest }),
    ...(typeof total === "number" && { total }),
    ...(typeof completed === "number" && { completed }),
  };
}
