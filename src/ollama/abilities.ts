import { isAbsentRoute } from "#src/core/connection/abilities.ts";
import { versionIn } from "#src/core/connection/probes.ts";
import type { ServerKind } from "#src/core/connection/server.ts";
import { OllamaFailure } from "#src/core/errors.ts";
import { parseJson } from "#src/core/stream/json.ts";
import { withDeadline } from "./deadline.ts";
import { decodeOpenAiModels } from "./openai-models.ts";
import { rawFetch, textOf } from "./request.ts";

/**
 * What a server speaks that did not list its models as Ollama does: Ollama's API where `/api/version` tells a version, else OpenAI's
 * where `/v1/models` gives a list, or refuses who asks although `/api/version` did not, in words that pages may read or not.
 * Undefined where neither is certain: it is away, asks everybody for a login, or is something else. Throws only the signal's reason
 * when it aborts.
 */
export async function findKind(
  server: string,
  signal: AbortSignal | undefined,
  afterMs: number,
): Promise<ServerKind | undefined> {
  const version = await look(server, "/api/version", signal, afterMs);
  if (version && version !== "unreadable") {
    if (version.status === 200 && versionIn(version.body) !== undefined) return "ollama";
    if ((isLogin(version.status) || version.status >= 500) && !isAbsentRoute(version.status))
      return undefined;
  }
  const models = await look(server, "/v1/models", signal, afterMs);
  // Pages may read what this server says of a path that it does not have, and not that: vLLM refuses a key without CORS headers.
  if (models === "unreadable")
    return version && version !== "unreadable" && isAbsentRoute(version.status) ? "openai" : undefined;
  if (!models) return undefined;
  const isList = models.status === 200 && decodeOpenAiModels(parseJson(models.body)) !== undefined;
  return isList || isLogin(models.status) ? "openai" : undefined;
}

function isLogin(status: number): boolean {
  return status === 401 || status === 403 || status === 407;
}

/** An answer; undefined for silence. */
type Look = { readonly status: number; readonly body: string } | "unreadable" | undefined;

async function look(
  server: string,
  path: string,
  signal: AbortSignal | undefined,
  afterMs: number,
): Promise<Look> {
  try {
    return await withDeadline(afterMs, signal, async (limited) => {
      const response = await rawFetch(server, path, {}, limited);
      return { status: response.status, body: await textOf(response, limited) };
    });
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof OllamaFailure) return error.error.kind === "unreachable" ? "unreadable" : undefined;
    throw error;
  }
}
