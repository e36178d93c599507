import { topLogprobs, imagesOf } from "./chat-route.ts";
import { goTime } from "./dialect.ts";
import type { Exchange } from "./exchange.ts";
import { Fault } from "./fault.ts";
import { decode, type GoStruct, isFields, optionsOf, textOf } from "./go-json.ts";
import { loadOnly, reply, type Turn } from "./inference.ts";
import { findModel, requireCapability } from "./find-model.ts";
import { keepAliveMs } from "./keep-alive.ts";
import { qualifiedName } from "./model.ts";
import { GenerateDialect } from "./native-dialect.ts";
import type { ServerState } from "./server-state.ts";

const generateRequest: GoStruct = {
  name: "api.GenerateRequest",
  fields: {
    model: "string",
    prompt: "string",
    suffix: "string",
    system: "string",
    template: "string",
    stream: "bool",
    raw: "bool",
    options: "map[string]interface {}",
  },
};

/** POST /api/generate */
export async function generateText(exchange: Exchange, state: ServerState): Promise<void> {
  const body = decode(exchange.body, generateRequest);
  const keepAlive = keepAliveMs(body["keep_alive"]);
  const given = textOf(body["model"]).trim();
  const model = findModel(state, given);
  const [prompt, raw] = [textOf(body["prompt"]), body["raw"] === true];
  if (raw && ["template", "system", "context"].some((field) => body[field] !== undefined)) {
    throw new Fault(400, "raw mode does not support template, system, or context");
  }
  // An embedding model is unloaded by this route all the same.
  if (keepAlive !== 0 || prompt !== "") requireCapability(model, "generate", given);
  if (textOf(body["suffix"]) !== "" && !model.capabilities.includes("insert")) {
    throw new Fault(400, `${qualifiedName(model)} does not support insert`);
  }
  const think = body["think"];
  if (think !== undefined && think !== false) requireCapability(model, "thinking", given);
  const messages = [{ role: "user", content: prompt, images: imagesOf(body["images"]) }];
  const system = textOf(body["system"]);
  const turn: Turn = {
    model,
    messages: system === "" ? messages : [{ role: "system", content: system }, ...messages],
    ...(raw ? { raw: prompt } : {}),
    stream: body["stream"] !== false,
    keepAlive,
    options: optionsOf(body),
    tools: [],
    format: body["format"],
    truncate: body["truncate"] !== false,
    shift: body["shift"] !== false,
    debugRender: body["_debug_render_only"] === true,
    asked: {
      path: exchange.path,
      model: given,
      messages,
      text: prompt,
      thinks: think !== false,
      tools: false,
      format: isFields(body["format"]) || body["format"] === "json",
    },
    dialect: () =>
      new GenerateDialect({ model: given, remote: model.remote, topLogprobs: topLogprobs(body) }, raw),
  };
  if (prompt !== "") return reply(exchange, state, turn);
  return loadOnly(exchange, state, turn, { model: given, created_at: goTime(Date.now()), response: "" });
}
