import type { ServerKind } from "#src/core/connection/server.ts";
import type { Sampling } from "#src/core/models/sampling.ts";
import { wireEffort } from "#src/core/models/reasoning.ts";
import type { ChatRequest } from "#src/core/stream/reply-event.ts";
import { isReply, type Message, type ReasoningEffort } from "./message.ts";

/**
 * The request for the reply at the end of a path. The conversation's system prompt goes first; replies give their text alone,
 * never their reasoning, and those without text are left out. A path that ends with a partial reply asks to go on with it.
 * To Ollama, temperature and top P are always sent (see `samplingFor`), the rest only where the user chose it: the Modelfile's own
 * values for those hold on `/v1` without being sent. To other servers only what the user chose is sent: each has its own defaults.
 */
export function chatRequest(run: {
  readonly path: readonly Message[];
  readonly systemPrompt: string;
  readonly model: string;
  readonly kind?: ServerKind;
  readonly family?: string;
  readonly sampling: Sampling;
  readonly reasoning?: ReasoningEffort | undefined;
  readonly capabilities?: readonly string[] | undefined;
}): ChatRequest {
  const { sampling } = run;
  const thinker = {
    name: run.model,
    ...(run.family !== undefined && { family: run.family }),
    ...(run.capabilities && { capabilities: run.capabilities }),
  };
  const reasoningEffort = wireEffort(thinker, run.reasoning);
  const isForeign = run.kind === "openai";
  const isSent = ({ from }: { readonly from: string }) => !isForeign || from === "user";
  return {
    model: run.model,
    messages: messagesOf(run.path, run.systemPrompt),
    ...(isForeign && { kind: "openai" as const }),
    ...(isSent(sampling.temperature) && { temperature: sampling.temperature.value }),
    ...(isSent(sampling.topP) && { topP: sampling.topP.value }),
    ...(sampling.maxTokens?.from === "user" && { maxTokens: sampling.maxTokens.value }),
    ...(sampling.seed?.from === "user" && { seed: sampling.seed.value }),
    ...(sampling.stop?.from === "user" && { stop: sampling.stop.value }),
    ...(reasoningEffort && { reasoningEffort }),
  };
}

function messagesOf(path: readonly Message[], systemPrompt: string): ChatRequest["messages"] {
  const messages = path
    .filter((message) => !isReply(message) || message.content.trim() !== "")
    .map(({ role, content }) => ({ role, content }));
  return systemPrompt.trim() === "" ? messages : [{ role: "system", content: systemPrompt }, ...messages];
}
