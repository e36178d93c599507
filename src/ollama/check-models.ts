import { certain } from "#src/core/connection/causes.ts";
import type { Finding } from "#src/core/connection/finding.ts";
import { type OllamaError, OllamaFailure } from "#src/core/errors.ts";
import { asRecord, parseJson } from "#src/core/stream/json.ts";
import { accessTo } from "./access.ts";
import { withDeadline } from "./deadline.ts";
import { ollamaFetch, rawFetch, textOf } from "./request.ts";

const path = "/v1/models";

/**
 * Whether a server speaks as OpenAI's does: `GET /v1/models` answers with a list. Such a server tells no version. Else, as far as it
 * can be told: `needs-key` where it refuses who asks, `header-refused` where it lets pages send no such headers, `proxy-down` where
 * it, or what stands before it, says that it cannot now. Undefined where it does not answer within so many milliseconds, or otherwise.
 * Throws only the signal's reason when it aborts.
 */
export async function checkModels(
  server: string,
  signal: AbortSignal,
  afterMs: number,
): Promise<Finding | undefined> {
  try {
    return await withDeadline(afterMs, signal, async (limited): Promise<Finding | undefined> => {
      const text = await textOf(await ollamaFetch(server, path, {}, limited), limited);
      const isList = Array.isArray(asRecord(parseJson(text))?.["data"]);
      return isList ? { kind: "connected", version: "" } : undefined;
    });
  } catch (error) {
    signal.throwIfAborted();
    return error instanceof OllamaFailure ? findingOf(error.error, server, signal, afterMs) : undefined;
  }
}

async function findingOf(
  error: OllamaError,
  server: string,
  signal: AbortSignal,
  afterMs: number,
): Promise<Finding | undefined> {
  if (error.kind === "http") {
    const { status } = error;
    if (status === 401 || status === 403) return { kind: "needs-key", status, path };
    return status === 429 || status >= 500 ? { kind: "proxy-down", status, path } : undefined;
  }
  if (error.kind !== "unreachable") return undefined;
  const names = Object.keys(accessTo(server));
  if (names.length > 0 && (await isReadable(server, path, signal, afterMs, true)))
    return { kind: "header-refused", names, causes: certain("header-refused", { names }) };
  // A server that pages may read, but not there: vLLM's refusal of a key has no CORS headers.
  const isOpen = await isReadable(server, "/api/version", signal, afterMs, false);
  return isOpen ? { kind: "needs-key", path } : undefined;
}

/** Whether any answer can be read. */
async function isReadable(
  server: string,
  asked: string,
  signal: AbortSignal,
  afterMs: number,
  isBare: boolean,
): Promise<boolean> {
  try {
    return await withDeadline(afterMs, signal, async (limited) => {
      await rawFetch(server, asked, { redirect: "error" }, limited, isBare);
      return true;
    });
  } catch {
    signal.throwIfAborted();
    return false;
  }
}
