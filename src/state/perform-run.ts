import { type ConversationId, isOpen, type Reply } from "#src/core/conversation/message.ts";
import { chatRequest } from "#src/core/conversation/request.ts";
import { type MessageTree, pathTo } from "#src/core/conversation/tree.ts";
import { samplingFor } from "#src/core/models/sampling.ts";
import type { ChatRequest } from "#src/core/stream/reply-event.ts";
import { hasMoreToRead } from "#src/core/stream/reply.ts";
import { speaksOpenAi } from "./abilities.ts";
import { createReader } from "./announce-run.ts";
import { chatSettings } from "./chat-settings.ts";
import { createCheckpoint } from "./checkpoint.ts";
import { checkUnreachable } from "./connections.ts";
import { keepMessages, saveMessages, useConversations } from "./conversations.ts";
import { explainFailure } from "./failures.ts";
import { createFrame } from "./frame.ts";
import { knownDetails, listedName } from "./models.ts";
import { nextPaint, nextTask } from "./next-task.ts";
import { isOnScreen } from "./on-screen.ts";
import { makeReply } from "./run.ts";
import { hideRun, type RunView, showRun, whenDrawn } from "./run-view.ts";
import { useFleet } from "./fleet.ts";
import type { Made } from "./seen.ts";
import { serverUrl } from "./server.ts";

type Start = {
  readonly id: ConversationId;
  /** Names the server that is asked, unless that is chosen by the rule. */
  readonly reply: Reply;
  readonly isByRule: boolean;
  readonly continues: Reply | undefined;
  readonly signal: AbortSignal;
  /** Resolves when the question and the empty reply are in the database. */
  readonly saved: Promise<void>;
  readonly onBytes: () => void;
  /** Is given what writes all that came so far, at once. */
  readonly onRescue: (rescue: () => void) => void;
  /** The reply is shown as ended, and is being kept. */
  readonly onEnded: () => void;
};

/** Makes a reply from request to end: shows it as it grows, keeps it, and adds what is found out afterwards. */
export async function performRun({
  id,
  reply,
  isByRule,
  continues,
  signal,
  saved,
  onBytes,
  onRescue,
  onEnded,
}: Start): Promise<void> {
  let latest: RunView | undefined;
  const reader = createReader(continues?.content ?? "");
  const publish = createFrame(() => {
    if (!latest) return;
    showRun(underWay(latest));
    reader.follow(latest);
  });
  const checkpoint = createCheckpoint(async () => {
    await saved;
    if (latest) await keepMessages(id, [latest.reply]);
  });
  onRescue(checkpoint.rescue);

  function change(view: RunView): void {
    const before = latest;
    latest = view;
    if (!before) return showRun(view);
    if (view.phase !== before.phase) publish.requestNext();
    else if (hasMoreToRead(view.reply, before.reply)) publish.request();
    else publish.requestLater();
    if (!isLonger(view.reply, before.reply)) return;
    // A server that answers is not shown as unreachable until its next check.
    if (before.pieces === 0) checkUnreachable(view.reply.server ?? serverUrl());
    onBytes();
    checkpoint.touch();
  }

  const settings = chatSettings(id);
  const tree: MessageTree = useConversations.getState().trees.get(id) ?? new Map();
  const asked = pathTo(tree, reply.parentId);
  const path = continues ? [...asked, continues] : asked;
  const kept = continues?.content ?? "";
  let sent: { readonly request: ChatRequest; readonly server: string } | undefined;

  async function ask(own: Reply, limited: AbortSignal): Promise<Reply> {
    const { server = serverUrl(), model } = own;
    change(waitingView(id, own));
    const details = await knownDetails(server, model);
    // Drawing the question and writing out a long conversation are long enough, each alone.
    await nextTask();
    // By now it may have shown what it speaks.
    const isOpenAi = speaksOpenAi(server);
    const request = chatRequest({
      path,
      systemPrompt: settings.systemPrompt,
      model: isOpenAi ? listedName(server, model) : model,
      ...(isOpenAi ? { kind: "openai" as const } : {}),
      sampling: samplingFor(details, settings.parameters),
      ...(settings.reasoning ? { reasoning: settings.reasoning } : {}),
      ...(details ? { capabilities: details.capabilities } : {}),
    });
    sent = { request, server };
    return makeReply({
      conversationId: id,
      server,
      reply: own,
      request,
      kept,
      signal: limited,
      onChange: change,
    });
  }

  if (isByRule) change(waitingView(id, reply));
  const inTurn = isByRule && (await import("./fail-over.ts").catch(() => undefined));
  const hasBegun = () => latest !== undefined && latest.pieces > 0;
  const ended = await (inTurn ? inTurn.askInTurn(reply, signal, { ask, hasBegun }) : ask(reply, signal));
  // While they are being kept, the last words can be read.
  publish.flush();
  checkpoint.cancel();
  await checkpoint.flush();
  await whenDrawn(id);
  // What is said below a reply that has ended would keep its last words waiting.
  await nextPaint();
  const attention = attentionAfter(id, ended);
  const isKept = saveMessages(id, [ended], { updatedAt: Date.now(), ...(attention ? { attention } : {}) });
  hideRun(id);
  onEnded();
  reader.finish(id, ended);
  await isKept;
  // Not waited for: the conversation is free for the next question.
  useFleet.getState().note(ended);
  if (ended.error) void explainFailure(id, ended);
  else if (sent) void noteContext({ id, reply: ended, path, ...sent });
}

/** Needed after a reply alone, so no part of the first load; what cannot be loaded is not noted. */
async function noteContext(made: Made): Promise<void> {
  const seen = await import("./seen.ts").catch(() => undefined);
  await seen?.noteContext(made);
}

/** A reply that the server has ended is shown so once it is kept, and the conversation is free for the next question. */
function underWay(view: RunView): RunView {
  return isOpen(view.reply) ? view : { ...view, reply: { ...view.reply, status: "streaming" } };
}

function isLonger(reply: Reply, before: Reply): boolean {
  return reply.content !== before.content || reply.reasoning !== before.reasoning;
}

function attentionAfter(id: ConversationId, reply: Reply): "unread" | "failed" | undefined {
  if (isOnScreen(id)) return undefined;
  return reply.status === "failed" || reply.status === "interrupted" ? "failed" : "unread";
}

function waitingView(id: ConversationId, reply: Reply): RunView {
  const now = Date.now();
  return {
    conversationId: id,
    reply,
    phase: "contacting",
    phaseSince: now,
    startedAt: now,
    lastByteAt: now,
    pieces: 0,
  };
}
