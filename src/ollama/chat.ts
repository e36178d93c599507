import { OllamaFailure } from "#src/core/errors.ts";
import { decodeChunk, malformed, type ReplyBatch } from "#src/core/stream/chat-chunk.ts";
import type { ChatRequest, ReplyEvent } from "#src/core/stream/reply-event.ts";
import { createReplyReader } from "#src/core/stream/reply-reader.ts";
import { mediaType, readBody } from "./body.ts";
import type { WireRequest } from "./asked-otherwise.ts";
import { enqueue } from "./connection-queue.ts";
import { jsonPost, ollamaFetch, textOf } from "./request.ts";

export type ChatHooks = {
  /** All connections to the server are in use: position in the queue, from 1, whenever it changes. */
  readonly onWaiting?: (position: number) => void;
  /** The request is leaving now. */
  readonly onSent?: () => void;
  /** Bytes came, of whatever meaning: for noticing a stall. */
  readonly onBytes?: () => void;
};

/**
 * One reply by `/v1/chat/completions`, streamed: a batch of events a network chunk. All events that came are yielded before a fault is thrown:
 * an `OllamaFailure` (`cut` where the bytes ended or broke without a terminator), or the signal's reason when it aborts.
 * There is no deadline: a server is silent while it loads a model.
 */
export async function* chat(
  server: string,
  request: ChatRequest,
  signal: AbortSignal,
  hooks: ChatHooks = {},
): AsyncGenerator<readonly ReplyEvent[], void, undefined> {
  const release = await enqueue(server, signal, hooks.onWaiting);
  try {
    hooks.onSent?.();
    const response = await ask(server, request, signal);
    yield [{ type: "opened" }];
    const type = mediaType(response);
    if (type === "application/json" || type === "text/html") {
      yield* told(decodeChunk(await textOf(response, signal), request.kind), true);
    } else {
      yield* streamed(response, signal, hooks.onBytes, request.kind);
    }
  } finally {
    release();
  }
}

async function ask(server: string, request: ChatRequest, signal: AbortSignal): Promise<Response> {
  let body: WireRequest | undefined = wireRequest(request);
  for (;;) {
    try {
      return await ollamaFetch(server, "/v1/chat/completions", jsonPost(body), signal);
    } catch (error) {
      if (!(error instanceof OllamaFailure) || error.error.kind !== "http") throw error;
      // Rare enough to be no part of the first load.
      const other = await import("./asked-otherwise.ts").catch(() => undefined);
      body = other?.askedOtherwise(body, error.error.status, error.error.message);
      if (!body) throw error;
    }
  }
}

async function* streamed(
  response: Response,
  signal: AbortSignal,
  onBytes: (() => void) | undefined,
  kind: ChatRequest["kind"],
): AsyncGenerator<readonly ReplyEvent[], void, undefined> {
  const reader = createReplyReader(kind);
  let hasEvents = false;
  let sample = "";
  let broken: unknown;
  try {
    for await (const text of readBody(response, signal, onBytes)) {
      if (sample.length < 200) sample += text.slice(0, 200);
      const batch = reader.push(text);
      hasEvents ||= batch.events.length > 0;
      yield* told(batch);
      // A proxy may hold the connection open after the end.
      if (batch.events.some((event) => event.type === "end")) return;
    }
  } catch (error) {
    if (error instanceof OllamaFailure && error.error.kind !== "cut") throw error;
    broken = error;
  }
  const last = reader.end();
  yield* told(last);
  if (reader.hasTerminator()) return;
  if (broken !== undefined) throw broken;
  // A stream of Ollama's always has a line of data; what has none is some other answer.
  const isForeign = !hasEvents && last.events.length === 0 && sample.trim() !== "" && !/^data:/m.test(sample);
  throw new OllamaFailure(isForeign ? malformed(sample) : { kind: "cut", how: "ended" });
}

function* told(batch: ReplyBatch, isWhole = false): Generator<readonly ReplyEvent[], void, undefined> {
  if (batch.events.length > 0) yield batch.events;
  if (batch.fault) throw new OllamaFailure(batch.fault);
  const isCut = isWhole && !batch.events.some(({ type }) => type === "finish" || type === "end");
  if (isCut) throw new OllamaFailure({ kind: "cut", how: "ended" });
}

/** `max_completion_tokens` and `options` are ignored on `/v1`; without `stream_options` there is no usage. */
function wireRequest(request: ChatRequest): WireRequest {
  return {
    model: request.model,
    messages: request.messages,
    stream: true,
    stream_options: { include_usage: true },
    temperature: request.temperature,
    top_p: request.topP,
    max_tokens: request.maxTokens,
    seed: request.seed,
    stop: request.stop,
    reasoning_effort: request.reasoningEffort,
  };
}
