import type { Dialect, Said, Summary } from "./dialect.ts";
import type { Exchange, Stream } from "./exchange.ts";
import { Fault } from "./fault.ts";
import { generate, type Output } from "./generation.ts";
import type { Fields } from "./go-json.ts";
import type { FakeModel } from "./model.ts";
import { countTokens, fitPrompt, type Message, type Prompt } from "./prompt.ts";
import type { Asked, End, Scenario } from "./scenario.ts";
import type { Seat } from "./scheduler.ts";
import type { ServerState } from "./server-state.ts";

/** One request for a reply, whatever route it came by. */
export interface Turn {
  readonly model: FakeModel;
  readonly asked: Asked;
  readonly stream: boolean;
  readonly messages: readonly Message[];
  /** A prompt that no template is applied to. */
  readonly raw?: string;
  readonly options: Fields;
  readonly keepAlive: number | undefined;
  readonly truncate: boolean;
  readonly shift: boolean;
  readonly tools: readonly unknown[];
  readonly format: unknown;
  readonly debugRender: boolean;
  dialect(scenario: Scenario): Dialect;
}

/** Loads the model if need be, reads the prompt and tells the reply. */
export async function reply(exchange: Exchange, state: ServerState, turn: Turn): Promise<void> {
  const { model } = turn;
  const numCtx = contextLength(state, model, turn.options);
  const rendersOnly = turn.debugRender && state.rules.knowsDebugRender;
  const scenario: Scenario = rendersOnly ? { about: "the prompt" } : state.scenarioFor(model, turn.asked);
  if (scenario.refuse?.page !== undefined) {
    exchange.send(scenario.refuse.status, "text/html", scenario.refuse.page);
    return;
  }
  if (scenario.refuse !== undefined) {
    throw new Fault(scenario.refuse.status, scenario.refuse.error, "handler", scenario.refuse.signinUrl);
  }
  const wish = { numCtx, keepAlive: turn.keepAlive, load: scenario.load };
  const seat = await state.scheduler.acquire(model, wish, exchange.gone);
  try {
    const prompt = read(turn, numCtx);
    if (rendersOnly) {
      const { type, body } = turn.dialect(scenario).rendered(prompt.rendered, turn.stream);
      exchange.send(200, type, body);
      return;
    }
    await state.clock.sleep(scenario.promptMs ?? 0, exchange.gone);
    await tell(exchange, state, turn, { scenario, seat, prompt });
  } finally {
    seat.release();
  }
}

/** Loads or unloads a model, which is what a request without a prompt asks for. */
export async function loadOnly(
  exchange: Exchange,
  state: ServerState,
  turn: Turn,
  body: object,
): Promise<void> {
  if (turn.keepAlive === 0) {
    exchange.json(200, { ...body, done: true, done_reason: "unload" });
    await state.scheduler.unloadWhenIdle(turn.model);
    return;
  }
  const numCtx = contextLength(state, turn.model, turn.options);
  const seat = await state.scheduler.acquire(
    turn.model,
    { numCtx, keepAlive: turn.keepAlive },
    exchange.gone,
  );
  seat.release();
  exchange.json(200, { ...body, done: true, done_reason: "load" });
}

export function contextLength(state: ServerState, model: FakeModel, options: Fields): number {
  checkOptions({ ...model.parameters, ...options });
  const asked = options["num_ctx"] ?? model.parameters?.["num_ctx"];
  const wanted = typeof asked === "number" ? asked : state.rules.contextLength;
  return Math.min(wanted, model.contextLength ?? Infinity);
}

const integers = [
  "num_ctx",
  "num_batch",
  "num_gpu",
  "num_thread",
  "num_predict",
  "num_keep",
  "top_k",
  "seed",
  "repeat_last_n",
];
const floats = [
  "temperature",
  "top_p",
  "min_p",
  "typical_p",
  "repeat_penalty",
  "presence_penalty",
  "frequency_penalty",
];

function checkOptions(options: Fields): void {
  for (const [name, value] of Object.entries(options)) {
    if (integers.includes(name) && typeof value !== "number") throw wrongOption(name, "integer");
    if (floats.includes(name) && typeof value !== "number") throw wrongOption(name, "float32");
  }
  if (options["stop"] !== undefined && !Array.isArray(options["stop"])) throw wrongOption("stop", "array");
}

function wrongOption(name: string, type: string): Fault {
  return new Fault(500, `option "${name}" must be of type ${type}`);
}

function read(turn: Turn, numCtx: number): Prompt {
  const stage = turn.stream ? "stream" : "handler";
  if (typeof turn.format === "string" && turn.format !== "" && turn.format !== "json") {
    const given = JSON.stringify(JSON.stringify(turn.format));
    throw new Fault(500, `invalid format: ${given}; expected "json" or a valid JSON Schema object`, stage);
  }
  if (
    !turn.model.capabilities.includes("vision") &&
    turn.messages.some(({ images }) => (images?.length ?? 0) > 0)
  ) {
    const message = "Multimodal data provided, but model does not support multimodal requests.";
    throw new Fault(
      400,
      JSON.stringify({ error: { code: 400, message, type: "invalid_request_error" } }),
      stage,
    );
  }
  if (turn.raw !== undefined) return { rendered: turn.raw, tokens: countTokens(turn.model, turn.raw) };
  return fitPrompt(turn.model, turn.messages, { ...turn, numCtx });
}

interface Telling {
  readonly scenario: Scenario;
  readonly seat: Seat;
  readonly prompt: Prompt;
}

async function tell(exchange: Exchange, state: ServerState, turn: Turn, telling: Telling): Promise<void> {
  const { scenario, seat, prompt } = telling;
  const dialect = turn.dialect(scenario);
  const stream = exchange.stream(dialect.streamType);
  const started = performance.now();
  const outputs = generate(scenario, limits(turn, prompt, seat), {
    clock: state.clock,
    gone: exchange.gone,
    pause: (gone) => state.pause(gone),
  });
  const heard: Output[] = [];
  let next = await outputs.next();
  while (!next.done) {
    heard.push(next.value);
    if (turn.stream) {
      for (const chunk of dialect.say(next.value)) await put(stream, chunk, scenario.split === true);
    }
    next = await outputs.next();
  }
  const summary = (reason: "stop" | "length"): Summary => ({
    reason,
    promptTokens: prompt.tokens,
    tokens:
      heard.filter(({ kind }) => kind === "text" || kind === "thinking").length + (reason === "stop" ? 1 : 0),
    loadMs: Math.max(1, seat.loadedInMs),
    promptMs: Math.max(0.7, scenario.promptMs ?? 0),
    generateMs: Math.max(0.001, performance.now() - started),
    calls: heard.filter(({ kind }) => kind === "call").length,
  });
  if (turn.stream) await close(stream, dialect, next.value, summary);
  else finishWhole(exchange, dialect, next.value, heard, summary);
}

function limits(turn: Turn, prompt: Prompt, seat: Seat): Parameters<typeof generate>[1] {
  const predict = turn.options["num_predict"];
  const stop = turn.options["stop"] ?? turn.model.parameters?.["stop"];
  const room = turn.shift ? 10 * seat.numCtx : seat.numCtx - prompt.tokens;
  return {
    maxTokens: Math.min(typeof predict === "number" && predict >= 0 ? predict : Infinity, room),
    stops: Array.isArray(stop) ? stop.filter((item) => typeof item === "string") : [],
    thinks: turn.asked.thinks,
  };
}

async function close(
  stream: Stream,
  dialect: Dialect,
  end: End,
  summary: (reason: "stop" | "length") => Summary,
): Promise<void> {
  if (end === "stop" || end === "length") await stream.write(dialect.finish(summary(end)));
  else if (end === "reset") {
    await stream.reset();
    return;
  } else if (end !== "cut") {
    if ("dies" in end && !stream.started) throw new Fault(500, end.dies, "stream");
    await stream.write("dies" in end ? dialect.died(end.dies) : dialect.errorMember(end.errorMember));
  }
  stream.end();
}

function finishWhole(
  exchange: Exchange,
  dialect: Dialect,
  end: End,
  heard: readonly Output[],
  summary: (reason: "stop" | "length") => Summary,
): void {
  if (end === "reset") {
    exchange.drop();
    return;
  }
  if (typeof end === "object") throw new Fault(500, "dies" in end ? end.dies : end.errorMember);
  const join = (wanted: "text" | "thinking") =>
    heard.map((output) => (output.kind === wanted ? output.text : "")).join("");
  const said: Said = {
    text: join("text"),
    thinking: join("thinking"),
    calls: heard.filter((output) => output.kind === "call"),
  };
  exchange.send(200, dialect.wholeType, dialect.whole(said, summary(end === "length" ? "length" : "stop")));
}

async function put(stream: Stream, chunk: string, split: boolean): Promise<void> {
  if (!split) {
    await stream.write(chunk);
    return;
  }
  const bytes = Buffer.from(chunk);
  const long = bytes.findIndex((byte) => byte >= 0xc0);
  const cut = long < 0 ? Math.floor(bytes.length / 2) : long + 1;
  await stream.write(bytes.subarray(0, cut));
  // The halves must not meet again in one packet.
  await new Promise((resolve) => setTimeout(resolve, 3));
  await stream.write(bytes.subarray(cut));
}
