import * as v from "valibot";
import type { Model, ModelDetails, RunningModel } from "#src/core/models/model.ts";
import { asRecord } from "#src/core/stream/json.ts";
import { parseParameters } from "#src/core/models/parameters-text.ts";

const text = v.fallback(v.nullish(v.string(), ""), "");
const count = v.fallback(v.nullish(v.number(), 0), 0);
const maybeCount = v.fallback(v.optional(v.pipe(v.number(), v.minValue(1))), undefined);
const strings = v.fallback(v.optional(v.array(v.string())), undefined);

const entry = v.object({
  name: text,
  model: text,
  size: count,
  size_vram: count,
  digest: text,
  modified_at: text,
  expires_at: text,
  remote_host: text,
  context_length: maybeCount,
  capabilities: strings,
  details: v.fallback(
    v.object({
      family: text,
      parameter_size: text,
      quantization_level: text,
      context_length: maybeCount,
    }),
    { family: "", parameter_size: "", quantization_level: "", context_length: undefined },
  ),
});

const list = v.object({ models: v.nullish(v.array(v.unknown()), []) });

const show = v.object({
  capabilities: strings,
  parameters: text,
  system: text,
  remote_host: text,
  model_info: v.fallback(v.record(v.string(), v.unknown()), {}),
  details: v.fallback(v.object({ family: text }), { family: "" }),
});

/** `/api/tags`, or `undefined` for something else. Entries without a name are left out. */
export function decodeModels(json: unknown): readonly Model[] | undefined {
  const record = asRecord(json);
  // Some servers answer whatever path with 200 and a message; llama.cpp's answers here with OpenAI's list.
  if (!record || !("models" in record) || record["error"] !== undefined || record["data"] !== undefined)
    return undefined;
  return entries(json)?.map(({ details, ...model }) => ({
    name: model.name || model.model,
    size: model.size,
    digest: model.digest,
    modifiedAt: time(model.modified_at),
    family: details.family,
    parameterSize: details.parameter_size,
    quantization: details.quantization_level === "unknown" ? "" : details.quantization_level,
    ...(details.context_length && { contextLength: details.context_length }),
    ...(model.capabilities && { capabilities: model.capabilities }),
    ...(model.remote_host && { remoteHost: model.remote_host }),
  }));
}

/** `/api/ps`, or `undefined` for something else. */
export function decodeRunning(json: unknown): readonly RunningModel[] | undefined {
  return entries(json)?.map((model) => ({
    name: model.name || model.model,
    digest: model.digest,
    size: model.size,
    sizeVram: model.size_vram,
    expiresAt: time(model.expires_at),
    ...(model.context_length && { contextLength: model.context_length }),
  }));
}

/** `/api/show`, or `undefined` for something else. The trained context is under the architecture's name. */
export function decodeDetails(json: unknown): ModelDetails | undefined {
  const parsed = v.safeParse(show, json);
  if (!parsed.success) return undefined;
  const { capabilities, model_info: info, parameters, remote_host: remoteHost, system } = parsed.output;
  const contextLength = info[`${String(info["general.architecture"])}.context_length`];
  return {
    capabilities: capabilities ?? [],
    parameters: parseParameters(parameters),
    system,
    ...(typeof contextLength === "number" && contextLength > 0 && { contextLength }),
    ...(remoteHost && { remoteHost }),
  };
}

function entries(json: unknown): readonly v.InferOutput<typeof entry>[] | undefined {
  const parsed = v.safeParse(list, json);
  if (!parsed.success) return undefined;
  return parsed.output.models.flatMap((item) => {
    const model = v.safeParse(entry, item);
    return model.success && (model.output.name || model.output.model) ? [model.output] : [];
  });
}

/** RFC 3339 with up to nine fractional digits → milliseconds since 1970; 0 for none. */
function time(value: string): number {
  const at = Date.parse(value);
  return Number.isNaN(at) ? 0 : at;
}
