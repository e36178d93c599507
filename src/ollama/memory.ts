import { enqueue } from "./connection-queue.ts";
import { jsonPost, ollamaFetch, textOf } from "./request.ts";

/** How long a model stays in memory after its last use: seconds (negative: always), or a duration with its unit, as `10m`. */
export type KeepAlive = number | string;

/**
 * Loads a model into memory, or gives one that is there another time to stay. Answers when it is loaded, without any progress
 * before; aborting gives the load up. `isEmbedder`: a model that only embeds is refused by `/api/generate`, and loaded by an
 * empty `/api/embed`. Holds one of the server's connections. Throws an `OllamaFailure`.
 */
export async function loadModel(
  server: string,
  model: string,
  options: { readonly keepAlive?: KeepAlive | undefined; readonly isEmbedder?: boolean },
  signal: AbortSignal,
): Promise<void> {
  const { keepAlive, isEmbedder = false } = options;
  const keep = keepAlive === undefined ? {} : { keep_alive: keepAlive };
  const release = await enqueue(server, signal);
  try {
    const [path, body] = isEmbedder
      ? ["/api/embed", { model, input: [], ...keep }]
      : ["/api/generate", { model, ...keep }];
    await textOf(await ollamaFetch(server, path, jsonPost(body), signal), signal);
  } finally {
    release();
  }
}

/** Takes a model out of memory once its running requests have ended; answers before that. Throws an `OllamaFailure`. */
export async function unloadModel(server: string, model: string, signal: AbortSignal): Promise<void> {
  const body = { model, keep_alive: 0 };
  await textOf(await ollamaFetch(server, "/api/generate", jsonPost(body), signal), signal);
}
