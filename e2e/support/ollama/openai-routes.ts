import { chatTurn, topLogprobs } from "./chat-route.ts";
import { type Exchange, plainJson } from "./exchange.ts";
import { Fault } from "./fault.ts";
import { decode, type Fields, goJson, type GoStruct, isFields, textOf } from "./go-json.ts";
import { reply } from "./inference.ts";
import { findModel, requireCapability } from "./find-model.ts";
import { type FakeModel, nameOf } from "./model.ts";
import { parseName, shortName } from "./model-name.ts";
import { ChatCompletionDialect, CompletionDialect } from "./openai-dialect.ts";
import { openAiMessages } from "./openai-messages.ts";
import type { Scenario } from "./scenario.ts";
import type { ServerState } from "./server-state.ts";

const sampling = {
  model: "string",
  stream: "bool",
  max_tokens: "int",
  temperature: "float64",
  top_p: "float64",
  seed: "int",
  frequency_penalty: "float64",
  presence_penalty: "float64",
} as const;

const chatRequest: GoStruct = {
  name: "openai.ChatCompletionRequest",
  fields: { ...sampling, messages: "[]openai.Message", tools: "[]api.Tool", reasoning_effort: "string" },
};

const completionRequest: GoStruct = {
  name: "openai.CompletionRequest",
  fields: { ...sampling, prompt: "string", suffix: "string" },
};

/** POST /v1/chat/completions */
export async function chatCompletions(exchange: Exchange, state: ServerState): Promise<void> {
  const body = decode(exchange.body, chatRequest, "EOF");
  if (!Array.isArray(body["messages"]) || body["messages"].length === 0) {
    throw new Fault(400, "[] is too short - 'messages'", "request");
  }
  const messages = openAiMessages(body["messages"]);
  const think = thinkOf(body);
  const given = textOf(body["model"]).trim();
  if (given === "") throw new Fault(400, "model is required");
  const model = findModel(state, given);
  requireCapability(model, "chat", given);
  return reply(exchange, state, {
    ...chatTurn(exchange, model, given, messages, { ...body, think, format: formatOf(body) }),
    ...shared(body),
    format: formatOf(body),
    dialect: (scenario) => new ChatCompletionDialect(echo(given, model, body, scenario)),
  });
}

/** POST /v1/completions */
export async function completions(exchange: Exchange, state: ServerState): Promise<void> {
  const body = decode(exchange.body, completionRequest, "EOF");
  const given = textOf(body["model"]).trim();
  const model = findModel(state, given);
  requireCapability(model, "generate", given);
  const messages = [{ role: "user", content: textOf(body["prompt"]) }];
  return reply(exchange, state, {
    ...chatTurn(exchange, model, given, messages, { _debug_render_only: body["_debug_render_only"] }),
    ...shared(body),
    format: undefined,
    dialect: (scenario) => new CompletionDialect(echo(given, model, body, scenario)),
  });
}

/** GET /v1/models */
export function listModels(exchange: Exchange, state: ServerState): void {
  const data = state.store.list().map((model) => card(nameOf(model), model));
  sendJson(exchange, { object: "list", data: data.length === 0 ? null : data });
}

/** GET /v1/models/:model */
export function showModel(exchange: Exchange, state: ServerState, given: string): void {
  const model = state.store.find(given);
  const name = parseName(given);
  if (model === undefined)
    throw new Fault(404, `model '${name === undefined ? given : shortName(name)}' not found`);
  sendJson(exchange, card(given, model));
}

function sendJson(exchange: Exchange, value: unknown): void {
  exchange.send(200, plainJson, `${goJson(value)}\n`);
}

function card(id: string, model: FakeModel): object {
  const created = Math.floor(Date.parse(model.modifiedAt ?? "") / 1000);
  return { id, object: "model", created, owned_by: parseName(model.name)?.namespace ?? "library" };
}

/** `options`, `keep_alive` and their like are ignored here; absent samplers count as 1. */
function shared(body: Fields) {
  const stop = typeof body["stop"] === "string" ? [body["stop"]] : body["stop"];
  const maxTokens = body["max_tokens"];
  return {
    stream: body["stream"] === true,
    keepAlive: undefined,
    truncate: true,
    shift: true,
    options: {
      ...(typeof maxTokens === "number" ? { num_predict: maxTokens } : {}),
      ...(Array.isArray(stop) ? { stop } : {}),
    },
  };
}

function echo(given: string, model: FakeModel, body: Fields, scenario: Scenario) {
  const wanted = isFields(body["stream_options"]) ? body["stream_options"] : {};
  return {
    model: given,
    remote: model.remote,
    topLogprobs: topLogprobs(body),
    includeUsage: wanted["include_usage"] === true,
    reasoningField: scenario.reasoningField ?? "reasoning",
  };
}

function thinkOf(body: Fields): boolean | string | undefined {
  const effort = isFields(body["reasoning"]) ? body["reasoning"]["effort"] : body["reasoning_effort"];
  if (effort === undefined || effort === null || effort === "") return undefined;
  if (effort === "none") return false;
  const efforts = ["minimal", "low", "medium", "high", "xhigh", "ultra", "max"];
  if (typeof effort === "string" && efforts.includes(effort)) return effort;
  const listed = efforts.map((known) => `"${known}"`).join(", ");
  throw new Fault(
    400,
    `invalid reasoning value: ${JSON.stringify(effort)} (must be ${listed}, or "none")`,
    "request",
  );
}

function formatOf(body: Fields): unknown {
  const wanted = isFields(body["response_format"]) ? body["response_format"] : {};
  if (wanted["type"] === "json_object") return "json";
  return wanted["type"] === "json_schema" && isFields(wanted["json_schema"])
    ? wanted["json_schema"]["schema"]
    : undefined;
}
