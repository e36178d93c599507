import type { Finding } from "#src/core/connection/finding.ts";
import { OllamaFailure } from "#src/core/errors.ts";
import { asRecord, parseJson } from "#src/core/stream/json.ts";
import { withDeadline } from "./deadline.ts";
import { ollamaFetch, textOf } from "./request.ts";

const afterMs = 4_000;

/**
 * Whether a server speaks as OpenAI's does: `GET /v1/models` answers with a list. Such a server tells no version. Undefined
 * where it does not answer so within 4 s, `needs-key` where it refuses who asks. Throws only the signal's reason when it aborts.
 */
export async function checkModels(server: string, signal: AbortSignal): Promise<Finding | undefined> {
  try {
    return await withDeadline(afterMs, signal, async (limited): Promise<Finding | undefined> => {
      const text = await textOf(await ollamaFetch(server, "/v1/models", {}, limited), limited);
      const isList = Array.isArray(asRecord(parseJson(text))?.["data"]);
      return isList ? { kind: "connected", version: "" } : undefined;
    });
  } catch (error) {
    signal.throwIfAborted();
    const status = error instanceof OllamaFailure && error.error.kind === "http" ? error.error.status : 0;
    return status === 401 || status === 403 ? { kind: "needs-key", status } : undefined;
  }
}
