import { OllamaFailure } from "#src/core/errors.ts";
import { enqueue } from "./connection-queue.ts";
import { jsonPost, ollamaFetch, textOf } from "./request.ts";

/** How long a model stays in memory after its last use: seconds (negative: always), or a duration with its unit, as `10m`. */
export type KeepAlive = number | string;

export type LoadOptions = {
  readonly keepAlive?: KeepAlive | undefined;
  /** Known to embed only. */
  readonly isEmbedder?: boolean;
  /** Context to allocate, in tokens; without it the server's own. A model that is there with another one is loaded anew. */
  readonly numCtx?: number | undefined;
};

/**
 * Loads a model into memory, or gives one that is there another time to stay. Answers when it is loaded, without any progress
 * before; aborting gives the load up. A model that only embeds is refused by `/api/generate`, and loaded by an empty `/api/embed`.
 * Holds one of the server's connections. Throws an `OllamaFailure`.
 */
export async function loadModel(
  server: string,
  model: string,
  { keepAlive, isEmbedder = false, numCtx }: LoadOptions,
  signal: AbortSignal,
): Promise<void> {
  const keep = keepAlive === undefined ? {} : { keep_alive: keepAlive };
  const options = numCtx === undefined ? {} : { options: { num_ctx: numCtx } };
  const ask = async (path: string, body: object) =>
    textOf(await ollamaFetch(server, path, jsonPost(body), signal), signal);
  const embed = () => ask("/api/embed", { model, input: [], ...keep });
  const release = await enqueue(server, signal);
  try {
    if (isEmbedder) await embed();
    else
      await ask("/api/generate", { model, ...options, ...keep }).catch((error: unknown) => {
        if (isNoWriter(error)) return embed();
        throw error;
      });
  } finally {
    release();
  }
}

/** Takes a model out of memory once its running requests have ended; answers before that. Throws an `OllamaFailure`. */
export async function unloadModel(server: string, model: string, signal: AbortSignal): Promise<void> {
  const body = { model, keep_alive: 0 };
  await textOf(await ollamaFetch(server, "/api/generate", jsonPost(body), signal), signal);
}

/** Whether a model was refused because it only embeds: the lists of servers before 0.30 do not tell (server/routes.go). */
export function isNoWriter(error: unknown): boolean {
  return (
    error instanceof OllamaFailure &&
    error.error.kind === "http" &&
    /does not support generate/.test(error.error.message)
  );
}
