import type { Model } from "#src/core/models/model.ts";
import { OllamaFailure } from "#src/core/errors.ts";
import { malformed } from "#src/core/stream/chat-chunk.ts";
import { asRecord, parseJson } from "#src/core/stream/json.ts";
import { withDeadline } from "./deadline.ts";
import { ollamaFetch, textOf } from "./request.ts";

/**
 * The models of a server that speaks as OpenAI's (`GET /v1/models`), in its order. It tells a name, an owner and a time, so sizes are 0,
 * digest and family empty. Throws an `OllamaFailure` (`timeout` after so many milliseconds).
 */
export function fetchOpenAiModels(
  server: string,
  signal: AbortSignal | undefined,
  afterMs: number,
): Promise<readonly Model[]> {
  return withDeadline(afterMs, signal, async (limited) => {
    const text = await textOf(await ollamaFetch(server, "/v1/models", {}, limited), limited);
    const models = decodeOpenAiModels(parseJson(text));
    if (!models) throw new OllamaFailure(malformed(text));
    return models;
  });
}

/** `/v1/models`, or `undefined` for something else. `created` is in seconds; entries without an `id` are left out. */
export function decodeOpenAiModels(json: unknown): readonly Model[] | undefined {
  const list = asRecord(json);
  const data = list?.["data"];
  // Ollama writes an empty list so.
  if (data === null && list?.["object"] === "list") return [];
  if (!Array.isArray(data)) return undefined;
  return data.flatMap((item) => {
    const { id, created, owned_by: owner } = asRecord(item) ?? {};
    if (typeof id !== "string" || id === "") return [];
    return {
      name: id,
      size: 0,
      digest: "",
      modifiedAt: typeof created === "number" && created > 0 ? created * 1000 : 0,
      family: "",
      parameterSize: "",
      quantization: "",
      ...(typeof owner === "string" && owner !== "" ? { owner } : {}),
    };
  });
}
