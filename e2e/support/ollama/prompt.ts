import { Fault } from "./fault.ts";
import type { FakeModel, StoredMessage } from "./model.ts";

export interface Message extends StoredMessage {
  readonly images?: readonly string[];
}

export interface Prompt {
  readonly rendered: string;
  readonly tokens: number;
}

/** A simple estimate: markers such as `<|end|>` are one token, other text by its length. */
export function countTokens(model: FakeModel, text: string): number {
  const markers = text.match(/<\|[^|>]*\|>/g)?.length ?? 0;
  const plain = text.replace(/<\|[^|>]*\|>/g, "").length;
  return markers + Math.ceil(plain / (model.charactersPerToken ?? 4));
}

function renderChat(model: FakeModel, messages: readonly Message[], tools: readonly unknown[]): string {
  if (model.render !== undefined) return model.render(messages, tools);
  const listed = tools.length === 0 ? "" : `<|tools|>${JSON.stringify(tools)}<|end|>`;
  const turns = messages.map(({ role, content }) => `<|${role}|>${content}<|end|>`).join("");
  return `${listed}${turns}<|assistant|>`;
}

/** The messages as the model gets them: its own first, then yours. */
function withOwnMessages(model: FakeModel, messages: readonly Message[]): readonly Message[] {
  const all = [...(model.messages ?? []), ...messages];
  if (model.system === undefined || messages[0]?.role === "system") return all;
  return [{ role: "system", content: model.system }, ...all];
}

interface Room {
  readonly numCtx: number;
  readonly truncate: boolean;
  readonly shift: boolean;
  readonly tools: readonly unknown[];
}

/** Drops the oldest messages that do not fit; system messages and the last one stay. */
export function fitPrompt(model: FakeModel, given: readonly Message[], room: Room): Prompt {
  let messages = withOwnMessages(model, given);
  let prompt = measure(model, messages, room.tools);
  if (room.truncate) {
    while (prompt.tokens > room.numCtx) {
      const oldest = messages.findIndex(
        ({ role }, index) => role !== "system" && index < messages.length - 1,
      );
      if (oldest < 0) break;
      messages = messages.toSpliced(oldest, 1);
      prompt = measure(model, messages, room.tools);
    }
  }
  if (prompt.tokens <= room.numCtx) return prompt;
  if (!room.truncate) throw tooLong(prompt.tokens, room.numCtx);
  if (!room.shift) {
    throw new Fault(
      400,
      "the prompt is longer than the context length currently available to the model; shorten the prompt, adjust the context length in settings, or use a model with a longer context length",
    );
  }
  return cutMiddle(prompt, room.numCtx);
}

function measure(model: FakeModel, messages: readonly Message[], tools: readonly unknown[]): Prompt {
  const rendered = renderChat(model, messages, tools);
  const images = model.capabilities.includes("vision")
    ? messages.flatMap((message) => message.images ?? []).length
    : 0;
  return { rendered, tokens: countTokens(model, rendered) + images * 768 };
}

function tooLong(tokens: number, numCtx: number): Fault {
  const error = {
    code: 400,
    message: `request (${tokens} tokens) exceeds the available context size (${numCtx} tokens), try increasing it`,
    type: "exceed_context_size_error",
    n_prompt_tokens: tokens,
    n_ctx: numCtx,
  };
  return new Fault(400, JSON.stringify({ error }));
}

function cutMiddle({ rendered, tokens }: Prompt, numCtx: number): Prompt {
  const kept = Math.floor(numCtx / 2) + 3;
  const side = Math.floor((rendered.length * kept) / tokens / 2);
  return { rendered: rendered.slice(0, side) + rendered.slice(-side), tokens: kept };
}
