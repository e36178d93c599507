import type { ServerKind } from "#src/core/connection/server.ts";
import type { OllamaError } from "#src/core/errors.ts";
import type { Usage } from "#src/core/conversation/message.ts";
import { errorText } from "./error-text.ts";
import { asRecord, type JsonRecord, parseJson } from "./json.ts";
import type { ReplyEvent } from "./reply-event.ts";

/** Events of a piece of a stream, in order, and the fault that ended it after them. */
export type ReplyBatch = { readonly events: readonly ReplyEvent[]; readonly fault?: OllamaError };

/**
 * One payload of `/v1/chat/completions` to events: a chunk, a whole completion (`message` for `delta`), or `[DONE]`.
 * Takes every dialect since Ollama 0.1.24: role anywhere, `finish_reason` on any chunk, `choices` empty or missing,
 * `reasoning_content` for `reasoning`. What a faulty chunk still says comes before its fault.
 */
export function decodeChunk(payload: string, kind: ServerKind = "ollama"): ReplyBatch {
  if (payload.trim() === "[DONE]") return { events: [{ type: "end" }] };
  const chunk = asRecord(parseJson(payload));
  if (!chunk) return { events: [], fault: malformed(payload) };
  const events = eventsOf(chunk);
  const error = chunk["error"];
  if (error !== undefined && error !== null) {
    return { events, fault: { kind: "in-stream", message: errorText(error) } };
  }
  // Ollama's OpenAI layer decodes its own error line as an empty answer (middleware/openai.go ChatWriter); of others it is a
  // chunk like any: Azure's first one, which tells of filters, names no model.
  return chunk["model"] === "" && kind === "ollama" ? { events, fault: { kind: "lost-reason" } } : { events };
}

/** The case for something that is not what the protocol says, with its beginning. */
export function malformed(text: string): OllamaError {
  return { kind: "malformed", sample: text.slice(0, 200) };
}

function eventsOf(chunk: JsonRecord): ReplyEvent[] {
  const events: ReplyEvent[] = [];
  const choices = chunk["choices"];
  const choice = Array.isArray(choices) ? asRecord(choices[0]) : undefined;
  const delta = asRecord(choice?.["delta"]) ?? asRecord(choice?.["message"]);
  const reasoning = delta?.["reasoning"] || delta?.["reasoning_content"];
  if (typeof reasoning === "string" && reasoning !== "")
    events.push({ type: "reasoning", text: reasoning, pieces: 1 });
  const content = delta?.["content"] || delta?.["refusal"];
  if (typeof content === "string" && content !== "") events.push({ type: "text", text: content, pieces: 1 });
  if (Array.isArray(content)) events.push(...content.flatMap(eventsOfPart));
  const reason = choice?.["finish_reason"];
  if (typeof reason === "string" && reason !== "") events.push({ type: "finish", reason });
  const usage = usageOf(asRecord(chunk["usage"]));
  if (usage) events.push({ type: "usage", usage });
  return events;
}

/** Mistral's content of several parts: `text`, and `thinking` with texts in it. */
function eventsOfPart(part: unknown): ReplyEvent[] {
  const { text, thinking } = asRecord(part) ?? {};
  if (typeof text === "string" && text !== "") return [{ type: "text", text, pieces: 1 }];
  if (!Array.isArray(thinking)) return [];
  const thought = thinking
    .map((piece) => asRecord(piece)?.["text"])
    .filter((one) => typeof one === "string")
    .join("");
  return thought === "" ? [] : [{ type: "reasoning", text: thought, pieces: 1 }];
}

function usageOf(usage: JsonRecord | undefined): Usage | undefined {
  const promptTokens = usage?.["prompt_tokens"];
  const completionTokens = usage?.["completion_tokens"];
  if (typeof promptTokens !== "number" || typeof completionTokens !== "number") return undefined;
  return { promptTokens, completionTokens };
}
