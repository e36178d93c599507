import * as v from "valibot";
import { OllamaFailure } from "#src/core/errors.ts";
import type { ModelInfo, ModelShow } from "#src/core/models/show.ts";
import { malformed } from "#src/core/stream/chat-chunk.ts";
import { parseJson } from "#src/core/stream/json.ts";
import { withDeadline } from "./deadline.ts";
import { decodeDetails } from "./decode.ts";
import { jsonPost, ollamaFetch, textOf } from "./request.ts";

/** Details of a remote model are asked of another computer. */
const plainMs = 30_000;
/** Megabytes of words, from a model that the server may have to open first. */
const verboseMs = 120_000;

const text = v.fallback(v.nullish(v.string(), ""), "");
const record = v.fallback(v.record(v.string(), v.unknown()), {});
const items = v.fallback(v.nullish(v.array(v.unknown()), []), []);
const tensor = v.object({ name: v.string(), type: text, shape: v.fallback(v.array(v.number()), []) });
const message = v.object({ role: text, content: v.string() });

const show = v.object({
  license: text,
  modelfile: text,
  template: text,
  remote_model: text,
  requires: text,
  modified_at: text,
  messages: items,
  tensors: items,
  model_info: record,
  projector_info: record,
  details: v.fallback(
    v.object({
      parent_model: text,
      format: text,
      family: text,
      families: v.fallback(v.nullish(v.array(v.string()), []), []),
      parameter_size: text,
      quantization_level: text,
    }),
    { parent_model: "", format: "", family: "", families: [], parameter_size: "", quantization_level: "" },
  ),
});

/**
 * All of `/api/show` without the arrays of its metadata, which are `null`; some 100 kB on the wire, so cache it by digest. Throws
 * an `OllamaFailure` (`timeout` after 30 s).
 */
export function fetchShow(server: string, name: string, signal?: AbortSignal): Promise<ModelShow> {
  return ask(server, { model: name }, plainMs, signal, decodeShow);
}

/** Metadata with its arrays: the whole vocabulary, megabytes. Throws an `OllamaFailure` (`timeout` after 120 s). */
export function fetchWholeInfo(
  server: string,
  name: string,
  signal?: AbortSignal,
): Promise<Pick<ModelShow, "info" | "projector">> {
  return ask(server, { model: name, verbose: true }, verboseMs, signal, (json) => {
    const parsed = v.safeParse(v.object({ model_info: record, projector_info: record }), json);
    if (!parsed.success) return undefined;
    return { info: parsed.output.model_info, projector: parsed.output.projector_info };
  });
}

/** `/api/show`, or `undefined` for something else. What is missing or of another type is empty, and costs nothing else. */
export function decodeShow(json: unknown): ModelShow | undefined {
  const parsed = v.safeParse(show, json);
  const known = decodeDetails(json);
  if (!parsed.success || !known) return undefined;
  const { details, ...rest } = parsed.output;
  const modifiedAt = Date.parse(rest.modified_at);
  return {
    ...known,
    license: rest.license,
    modelfile: rest.modelfile,
    template: rest.template,
    parentModel: details.parent_model,
    format: details.format,
    family: details.family,
    families: details.families,
    parameterSize: details.parameter_size,
    quantization: details.quantization_level === "unknown" ? "" : details.quantization_level,
    messages: each(message, rest.messages),
    remoteModel: rest.remote_model,
    info: rest.model_info satisfies ModelInfo,
    projector: rest.projector_info,
    tensors: each(tensor, rest.tensors),
    modifiedAt: Number.isNaN(modifiedAt) ? 0 : modifiedAt,
    requires: rest.requires,
  };
}

function each<T>(schema: v.GenericSchema<unknown, T>, list: readonly unknown[]): readonly T[] {
  return list.flatMap((item) => {
    const parsed = v.safeParse(schema, item);
    return parsed.success ? [parsed.output] : [];
  });
}

function ask<T>(
  server: string,
  body: object,
  afterMs: number,
  signal: AbortSignal | undefined,
  decode: (json: unknown) => T | undefined,
): Promise<T> {
  return withDeadline(afterMs, signal, async (limited) => {
    const answer = await textOf(await ollamaFetch(server, "/api/show", jsonPost(body), limited), limited);
    const value = decode(parseJson(answer));
    if (value === undefined) throw new OllamaFailure(malformed(answer));
    return value;
  });
}
