import { versionIn } from "#src/core/connection/probes.ts";
import { OllamaFailure } from "#src/core/errors.ts";
import type { Model, ModelDetails, RunningModel } from "#src/core/models/model.ts";
import { malformed } from "#src/core/stream/chat-chunk.ts";
import { parseJson } from "#src/core/stream/json.ts";
import { withDeadline } from "./deadline.ts";
import { decodeDetails, decodeModels, decodeRunning } from "./decode.ts";
import { jsonPost, ollamaFetch, textOf } from "./request.ts";

/** Lists answer from memory; the first one after a server's start waits for its cache. */
const listMs = 10_000;
/** Details of a remote model are asked of another computer. */
const detailsMs = 30_000;

/** Installed models, most recently changed first. Throws an `OllamaFailure` (`timeout` after so many milliseconds). */
export function fetchModels(
  server: string,
  signal?: AbortSignal,
  afterMs = listMs,
): Promise<readonly Model[]> {
  return ask(server, "/api/tags", {}, afterMs, signal, (text) => decodeModels(parseJson(text)));
}

/** Models in memory, the one that stays longest first. Throws an `OllamaFailure` (`timeout` after so many milliseconds). */
export function fetchRunning(
  server: string,
  signal?: AbortSignal,
  afterMs = listMs,
): Promise<readonly RunningModel[]> {
  return ask(server, "/api/ps", {}, afterMs, signal, (text) => decodeRunning(parseJson(text)));
}

/** Details of one model; some 100 kB on the wire, so cache them by digest. Throws an `OllamaFailure` (`timeout` after 30 s). */
export function fetchDetails(server: string, name: string, signal?: AbortSignal): Promise<ModelDetails> {
  return ask(server, "/api/show", jsonPost({ model: name }), detailsMs, signal, (text) =>
    decodeDetails(parseJson(text)),
  );
}

/** The server's version, without a leading `v`; `0.0.0` for a developer's build. Throws an `OllamaFailure` (`timeout` after 10 s). */
export function fetchVersion(server: string, signal?: AbortSignal): Promise<string> {
  return ask(server, "/api/version", {}, listMs, signal, versionIn);
}

function ask<T>(
  server: string,
  path: string,
  init: RequestInit,
  afterMs: number,
  signal: AbortSignal | undefined,
  decode: (text: string) => T | undefined,
): Promise<T> {
  return withDeadline(afterMs, signal, async (limited) => {
    const text = await textOf(await ollamaFetch(server, path, init, limited), limited);
    const value = decode(text);
    if (value === undefined) throw new OllamaFailure(malformed(text));
    return value;
  });
}
