import { OllamaFailure } from "#src/core/errors.ts";
import type { PullLine } from "#src/core/models/pull.ts";
import { malformed } from "#src/core/stream/chat-chunk.ts";
import { errorText } from "#src/core/stream/error-text.ts";
import { asRecord, parseJson } from "#src/core/stream/json.ts";
import { createNdjsonReader } from "#src/core/stream/ndjson.ts";
import { readBody } from "./body.ts";
import { enqueue } from "./connection-queue.ts";
import { jsonPost, ollamaFetch } from "./request.ts";

/**
 * Pulls a model: a batch of lines a network chunk, read to the end of the body. A `success` is held back until then. Throws an
 * `OllamaFailure` after the lines before it: `in-stream` for an error line, `cut` for an end without `success`. Aborting
 * cancels the pull; what was fetched stays on the server and the next pull goes on from it.
 */
export async function* pull(
  server: string,
  name: string,
  signal: AbortSignal,
  hooks: { readonly onWaiting?: (position: number) => void } = {},
): AsyncGenerator<readonly PullLine[], void, undefined> {
  const release = await enqueue(server, signal, hooks.onWaiting);
  try {
    const response = await ollamaFetch(server, "/api/pull", jsonPost({ model: name }), signal);
    const reader = createNdjsonReader();
    let success: PullLine | undefined;
    const read = function* (texts: readonly string[]): Generator<readonly PullLine[], void, undefined> {
      const lines: PullLine[] = [];
      let fault: OllamaFailure | undefined;
      for (const text of texts) {
        const line = decodePullLine(text);
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

function decodePullLine(text: string): PullLine | OllamaFailure {
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
