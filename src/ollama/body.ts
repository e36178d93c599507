import { OllamaFailure } from "#src/core/errors.ts";

/**
 * The body of an answer as text, one piece a network chunk, characters never cut. Throws `cut` with `broken` where the connection
 * breaks, the signal's reason when it aborts. Leaving the loop early cancels the request.
 */
export async function* readBody(
  response: Response,
  signal: AbortSignal,
  onBytes?: () => void,
): AsyncGenerator<string, void, undefined> {
  const reader = response.body?.getReader();
  if (!reader) return;
  const decoder = new TextDecoder();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      onBytes?.();
      yield decoder.decode(value, { stream: true });
    }
    yield decoder.decode();
  } catch (error) {
    signal.throwIfAborted();
    throw new OllamaFailure({ kind: "cut", how: "broken" }, { cause: error });
  } finally {
    // Rejects where the stream is already in error; there is nothing left to cancel then.
    reader.cancel().catch(() => undefined);
  }
}

/** Media type of an answer, without parameters, lower-cased; empty where it has none. */
export function mediaType(response: Response): string {
  return response.headers.get("Content-Type")?.split(";")[0]?.trim().toLowerCase() ?? "";
}
