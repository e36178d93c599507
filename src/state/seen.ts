import type { ConversationId, Message, MessageId, Reply } from "#src/core/conversation/message.ts";
import { estimateTokens, tokensPerMessage } from "#src/core/context/estimate.ts";
import { unseenEstimate, unseenFromRender } from "#src/core/context/unseen.ts";
import { sameModel } from "#src/core/models/name.ts";
import { isRemote } from "#src/core/models/model.ts";
import type { ChatRequest } from "#src/core/stream/reply-event.ts";
import { fetchRunning } from "#src/ollama/models.ts";
import { renderedPrompt } from "#src/ollama/render.ts";
import { speaksOpenAi } from "./abilities.ts";
import { saveMessages, useConversations } from "./conversations.ts";

/** From this share of the context on, an estimate is too coarse and the server is asked. */
const nearLimit = 0.6;
const deadline = 20_000;

export type Made = {
  readonly id: ConversationId;
  readonly reply: Reply;
  readonly path: readonly Message[];
  readonly request: ChatRequest;
  readonly server: string;
};

/** Notes with a reply the context that it was made in, and which messages the server had dropped. */
export async function noteContext({ id, reply, path, request, server }: Made): Promise<void> {
  if (isRemote({ name: reply.model }) || speaksOpenAi(server)) return;
  const signal = AbortSignal.timeout(deadline);
  const running = await fetchRunning(server, signal).catch(() => undefined);
  const allocated = running?.find((model) => sameModel(model.name, reply.model))?.contextLength;
  if (allocated === undefined) return;
  const unseen = await unseenMessages(path, request, server, allocated, signal);
  if (!useConversations.getState().trees.get(id)?.has(reply.id)) return;
  await saveMessages(id, [{ ...reply, context: { allocated, ...unseen } }]);
}

async function unseenMessages(
  path: readonly Message[],
  request: ChatRequest,
  server: string,
  allocated: number,
  signal: AbortSignal,
): Promise<{ unseen?: readonly MessageId[]; isEstimate?: boolean }> {
  const tokens = path.map((message) => estimateTokens(message.content) + tokensPerMessage);
  const system = request.messages[0]?.role === "system" ? estimateTokens(request.messages[0].content) : 0;
  const wanted = tokens.reduce((sum, count) => sum + count, system);
  if (wanted < allocated * nearLimit) return {};
  const rendered = await renderedPrompt(server, request, signal).catch(() => undefined);
  const unseen =
    rendered === undefined
      ? unseenEstimate(path, tokens, allocated - system)
      : unseenFromRender(rendered, path);
  return unseen.length === 0 ? {} : { unseen, ...(rendered === undefined ? { isEstimate: true } : {}) };
}
