import { goTime } from "./dialect.ts";
import type { Exchange } from "./exchange.ts";
import { Fault } from "./fault.ts";
import { decode, type Fields, type GoStruct, isFields, optionsOf, textOf } from "./go-json.ts";
import { loadOnly, reply, type Turn } from "./inference.ts";
import { findModel, requireCapability } from "./find-model.ts";
import { keepAliveMs } from "./keep-alive.ts";
import { type FakeModel, qualifiedName } from "./model.ts";
import { ChatDialect } from "./native-dialect.ts";
import type { Message } from "./prompt.ts";
import type { ServerState } from "./server-state.ts";

const chatRequest: GoStruct = {
  name: "api.ChatRequest",
  fields: {
    model: "string",
    messages: "[]api.Message",
    stream: "bool",
    options: "map[string]interface {}",
    tools: "api.Tools",
    truncate: "bool",
    shift: "bool",
    logprobs: "bool",
    top_logprobs: "int",
  },
};

/** POST /api/chat */
export async function chat(exchange: Exchange, state: ServerState): Promise<void> {
  const body = decode(exchange.body, chatRequest);
  const messages = nativeMessages(body["messages"]);
  const given = textOf(body["model"]).trim();
  if (given === "") throw new Fault(400, "model is required");
  const keepAlive = keepAliveMs(body["keep_alive"]);
  const model = findModel(state, given);
  requireCapability(model, "chat", given);
  const turn: Turn = {
    ...chatTurn(exchange, model, given, messages, body),
    stream: body["stream"] !== false,
    keepAlive,
    options: optionsOf(body),
    format: body["format"],
    truncate: body["truncate"] !== false,
    shift: body["shift"] !== false,
    dialect: () => new ChatDialect({ model: given, remote: model.remote, topLogprobs: topLogprobs(body) }),
  };
  if (messages.length > 0) return reply(exchange, state, turn);
  const answer = {
    model: given,
    created_at: goTime(Date.now()),
    message: { role: "assistant", content: "" },
  };
  return loadOnly(exchange, state, turn, answer);
}

type Shared = Pick<Turn, "model" | "asked" | "messages" | "tools" | "debugRender">;

/** What `/api/chat` and `/v1/chat/completions` have in common. */
export function chatTurn(
  exchange: Exchange,
  model: FakeModel,
  given: string,
  messages: readonly Message[],
  body: Fields,
): Shared {
  const tools: readonly unknown[] = Array.isArray(body["tools"]) ? body["tools"] : [];
  if (tools.length > 0 && !model.capabilities.includes("tools")) {
    throw new Fault(400, `${qualifiedName(model)} does not support tools`);
  }
  const think = body["think"];
  if (think !== undefined && think !== null && think !== false) requireCapability(model, "thinking", given);
  return {
    model,
    messages,
    tools,
    debugRender: body["_debug_render_only"] === true,
    asked: {
      path: exchange.path,
      model: given,
      messages,
      text: messages.findLast(({ role }) => role === "user")?.content ?? "",
      thinks: think !== false,
      tools: tools.length > 0,
      format: isFields(body["format"]) || body["format"] === "json",
    },
  };
}

export function topLogprobs(body: Fields): number | undefined {
  const top = typeof body["top_logprobs"] === "number" ? body["top_logprobs"] : 0;
  if (top < 0 || top > 20) throw new Fault(400, "top_logprobs must be between 0 and 20");
  return body["logprobs"] === true ? top : undefined;
}

function nativeMessages(value: unknown): readonly Message[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  return list.filter(isFields).map((message) => ({
    role: textOf(message["role"]).toLowerCase(),
    content: textOf(message["content"]),
    images: imagesOf(message["images"]),
  }));
}

export function imagesOf(value: unknown): readonly string[] {
  const images = Array.isArray(value) ? value.filter((image) => typeof image === "string") : [];
  for (const image of images) {
    const illegal = image.search(/[^A-Za-z0-9+/=]/);
    if (illegal >= 0) throw new Fault(400, `illegal base64 data at input byte ${illegal}`, "request");
  }
  return images;
}
