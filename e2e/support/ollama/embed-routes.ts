import { createHash } from "node:crypto";
import { type Exchange, plainJson } from "./exchange.ts";
import { Fault } from "./fault.ts";
import { decode, type Fields, goJson, optionsOf, textOf } from "./go-json.ts";
import { contextLength } from "./inference.ts";
import { findModel } from "./find-model.ts";
import { keepAliveMs } from "./keep-alive.ts";
import type { FakeModel } from "./model.ts";
import { countTokens } from "./prompt.ts";
import type { ServerState } from "./server-state.ts";

interface Embedded {
  readonly vectors: readonly (readonly number[])[];
  readonly tokens: number;
  readonly loadMs: number;
}

/** POST /api/embed */
export async function embed(exchange: Exchange, state: ServerState): Promise<void> {
  const body = decode(exchange.body, {
    name: "api.EmbedRequest",
    fields: { model: "string", truncate: "bool", dimensions: "int", options: "map[string]interface {}" },
  });
  const inputs = inputsOf(body["input"], "invalid input type");
  const { vectors, tokens, loadMs } = await embedAll(exchange, state, body, inputs);
  const times = { total_duration: Math.round((loadMs + 3) * 1e6), load_duration: Math.round(loadMs * 1e6) };
  const counts = inputs.length === 0 ? {} : { ...times, prompt_eval_count: tokens };
  exchange.json(200, { model: textOf(body["model"]), embeddings: vectors, ...counts });
}

/** POST /api/embeddings */
export async function embeddings(exchange: Exchange, state: ServerState): Promise<void> {
  const body = decode(exchange.body, {
    name: "api.EmbeddingRequest",
    fields: { model: "string", prompt: "string" },
  });
  if (textOf(body["model"]) === "") throw new Fault(400, "model is required");
  const prompt = textOf(body["prompt"]);
  const { vectors } = await embedAll(exchange, state, body, prompt === "" ? [] : [prompt]);
  exchange.json(200, { embedding: vectors[0] ?? [] });
}

/** POST /v1/embeddings */
export async function openAiEmbeddings(exchange: Exchange, state: ServerState): Promise<void> {
  const body = decode(
    exchange.body,
    { name: "openai.EmbedRequest", fields: { model: "string", dimensions: "int" } },
    "EOF",
  );
  const inputs = inputsOf(body["input"], "invalid input");
  const { vectors, tokens } = await embedAll(exchange, state, body, inputs);
  const base64 = body["encoding_format"] === "base64";
  const data = vectors.map((vector, index) => ({
    object: "embedding",
    embedding: base64 ? Buffer.from(Float32Array.from(vector).buffer).toString("base64") : vector,
    index,
  }));
  const usage = { prompt_tokens: tokens, total_tokens: tokens };
  exchange.send(200, plainJson, `${goJson({ object: "list", data, model: textOf(body["model"]), usage })}\n`);
}

function inputsOf(value: unknown, invalid: string): readonly string[] {
  if (value === undefined || value === null) return [];
  if (typeof value === "string") return [value];
  if (Array.isArray(value) && value.every((item) => typeof item === "string")) return value;
  throw new Fault(400, invalid, "request");
}

async function embedAll(
  exchange: Exchange,
  state: ServerState,
  body: Fields,
  inputs: readonly string[],
): Promise<Embedded> {
  const given = textOf(body["model"]);
  const model = findModel(state, given, `model ${JSON.stringify(given)} not found, try pulling it first`);
  const numCtx = contextLength(state, model, optionsOf(body));
  const keepAlive = keepAliveMs(body["keep_alive"]);
  const seat = await state.scheduler.acquire(model, { numCtx, keepAlive }, exchange.gone);
  try {
    if (inputs.length > 0 && !model.capabilities.includes("embedding")) {
      throw new Fault(501, "This server does not support embeddings. Start it with `--embeddings`");
    }
    const counts = inputs.map((input) => countTokens(model, input));
    // A text that is far too long is refused although it was to be cut.
    const limit = body["truncate"] === false ? numCtx : 4 * numCtx;
    if (counts.some((count) => count > limit))
      throw new Fault(400, "the input length exceeds the context length");
    const dimensions = typeof body["dimensions"] === "number" ? body["dimensions"] : undefined;
    return {
      vectors: inputs.map((input) => vectorOf(model, input, dimensions)),
      tokens: counts.reduce((sum, count) => sum + Math.min(count, numCtx), 0),
      loadMs: Math.max(1, seat.loadedInMs),
    };
  } finally {
    seat.release();
  }
}

/** Equal texts have equal vectors of length one; nothing else is promised. */
function vectorOf(
  model: FakeModel,
  input: string,
  dimensions = model.embeddingLength ?? 768,
): readonly number[] {
  const bytes = createHash("sha256").update(input.trim().toLowerCase()).digest();
  const raw = Array.from(
    { length: dimensions },
    (_, index) => (((bytes[index % bytes.length] ?? 0) + index) % 3) - 1,
  );
  const length = Math.hypot(...raw);
  return raw.map((value) => Number((value / length).toPrecision(8)));
}
