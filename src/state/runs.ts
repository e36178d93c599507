import { create } from "zustand";
import type { ConversationId, Message, MessageId, Prompt, Reply } from "#src/core/conversation/message.ts";
import { chatRequest } from "#src/core/conversation/request.ts";
import { titleFrom } from "#src/core/conversation/title.ts";
import { type MessageTree, pathTo } from "#src/core/conversation/tree.ts";
import { samplingFor } from "#src/core/models/sampling.ts";
import { newId } from "#src/storage/new-id.ts";
import { acquireWriter, type WriterLock } from "#src/storage/writer-lock.ts";
import { type ChatSettings, chatSettings } from "./chat-settings.ts";
import { createReader } from "./announce-run.ts";
import { createCheckpoint } from "./checkpoint.ts";
import {
  addConversation,
  keepMessages,
  saveMessages,
  updateConversation,
  useConversations,
  writing,
} from "./conversations.ts";
import { explainFailure } from "./failures.ts";
import { createFrame } from "./frame.ts";
import { knownDetails } from "./models.ts";
import { makeReply } from "./run.ts";
import type { RunView } from "./run-view.ts";
import { serverUrl } from "./server.ts";
import { noteContext } from "./seen.ts";
import { isOnScreen } from "./on-screen.ts";

/** Present while a conversation has a run. */
export const useRuns = create<{ readonly runs: ReadonlyMap<ConversationId, RunView> }>(() => ({ runs: new Map() }));

type Active = { readonly abort: AbortController; readonly flush: () => Promise<void> };
const active = new Map<ConversationId, Active>();

export type SendResult =
  | { readonly ok: true; readonly id: ConversationId }
  /** Another tab is writing to this conversation, or it has a run already. */
  | { readonly ok: false; readonly reason: "busy" | "elsewhere" };

/**
 * Asks a question: begins a conversation where `id` is null, else goes on from its shown branch.
 * `onBegun` is called once the question is in the conversation and before the request leaves.
 */
export async function sendMessage(
  id: ConversationId | null,
  text: string,
  onBegun: (id: ConversationId) => void,
): Promise<SendResult> {
  if (id && active.has(id)) return { ok: false, reason: "busy" };
  const settings = chatSettings(id);
  const conversationId = id ?? beginConversation(text, settings);
  const parentId = useConversations.getState().list.get(conversationId)?.activeLeafId ?? null;
  return begin(conversationId, [question(parentId, text)], { onBegun });
}

/** Asks an edited question beside the old one. */
export function sendEdit(id: ConversationId, edited: Message, text: string): Promise<SendResult> {
  return begin(id, [question(edited.parentId, text)]);
}

/** Makes another version of a reply. */
export function regenerate(id: ConversationId, reply: Reply): Promise<SendResult> {
  return begin(id, [], { parentId: reply.parentId });
}

/** Makes a version of a reply that goes on from its text. */
export function continueReply(id: ConversationId, reply: Reply): Promise<SendResult> {
  return begin(id, [], { parentId: reply.parentId, continues: reply });
}

/** Ends a conversation's run at once; what came is kept. */
export function stopRun(id: ConversationId): void {
  active.get(id)?.abort.abort();
}

/** Writes what every run has so far; for a page that may be about to go. */
export function flushRuns(): void {
  for (const run of active.values()) void run.flush();
}

function question(parentId: MessageId | null, text: string): Prompt {
  return { id: newMessageId(), parentId, role: "user", content: text, createdAt: Date.now() };
}

const newMessageId = (): MessageId => newId() as MessageId;

function beginConversation(text: string, settings: ChatSettings): ConversationId {
  const id = newId() as ConversationId;
  const now = Date.now();
  addConversation({
    id,
    title: titleFrom(text),
    createdAt: now,
    updatedAt: now,
    pinned: false,
    archived: false,
    activeLeafId: null,
    ...settings,
  });
  return id;
}

type Begin = {
  readonly parentId?: MessageId | null;
  readonly continues?: Reply;
  readonly onBegun?: (id: ConversationId) => void;
};

async function begin(id: ConversationId, questions: readonly Prompt[], from: Begin = {}): Promise<SendResult> {
  if (active.has(id)) return { ok: false, reason: "busy" };
  const abort = new AbortController();
  active.set(id, { abort, flush: () => Promise.resolve() });
  writing.add(id);
  const lock = await acquireWriter(id);
  if (!lock) {
    active.delete(id);
    writing.delete(id);
    return { ok: false, reason: "elsewhere" };
  }
  const parent = questions.at(-1)?.id ?? from.parentId ?? null;
  const reply = emptyReply(id, parent, from.continues);
  const saved = saveMessages(id, [...questions, reply], { activeLeafId: reply.id, updatedAt: Date.now() });
  from.onBegun?.(id);
  void run({ id, reply, continues: from.continues, abort, saved, lock }).finally(() => {
    active.delete(id);
    writing.delete(id);
    lock.release();
  });
  return { ok: true, id };
}

function emptyReply(id: ConversationId, parentId: MessageId | null, continues?: Reply): Reply {
  return {
    id: newMessageId(),
    parentId,
    role: "assistant",
    status: "waiting",
    content: continues?.content ?? "",
    model: chatSettings(id).model,
    // One later than its question, so that an order by time is the order of the conversation.
    createdAt: Date.now() + 1,
    server: serverUrl(),
    ...(continues ? { continuedFrom: continues.id, continuedLength: continues.content.length } : {}),
  };
}

type Start = {
  readonly id: ConversationId;
  readonly reply: Reply;
  readonly continues: Reply | undefined;
  readonly abort: AbortController;
  /** Resolves when the question and the empty reply are in the database. */
  readonly saved: Promise<void>;
  readonly lock: WriterLock;
};

async function run({ id, reply, continues, abort, saved, lock }: Start): Promise<void> {
  let latest: RunView | undefined;
  const reader = createReader(continues?.content ?? "");
  const publish = createFrame(() => {
    if (!latest) return;
    show(latest);
    reader.follow(latest);
  });
  const checkpoint = createCheckpoint(async () => {
    await saved;
    if (latest) await keepMessages(id, [latest.reply]);
  });
  active.set(id, { abort, flush: checkpoint.flush });

  function change(view: RunView): void {
    const isFirst = latest === undefined;
    const hasGrown = latest !== undefined && latest.reply !== view.reply;
    latest = view;
    if (isFirst) show(view);
    else publish.request();
    if (!hasGrown) return;
    lock.renew();
    checkpoint.touch();
  }

  const server = serverUrl();
  change(waitingView(id, reply));
  const details = await knownDetails(server, reply.model);
  const settings = chatSettings(id);
  const tree: MessageTree = useConversations.getState().trees.get(id) ?? new Map();
  const asked = pathTo(tree, reply.parentId);
  const path = continues ? [...asked, continues] : asked;
  const request = chatRequest({
    path,
    systemPrompt: settings.systemPrompt,
    model: reply.model,
    sampling: samplingFor(details, settings.parameters),
    ...(settings.reasoning ? { reasoning: settings.reasoning } : {}),
    ...(details ? { capabilities: details.capabilities } : {}),
  });
  const ended = await makeReply({
    conversationId: id,
    server,
    reply,
    request,
    kept: continues?.content ?? "",
    signal: abort.signal,
    onChange: change,
  });
  publish.cancel();
  checkpoint.cancel();
  await checkpoint.flush();
  const attention = attentionAfter(id, ended);
  const kept = saveMessages(id, [ended], { updatedAt: Date.now(), ...(attention ? { attention } : {}) });
  hide(id);
  reader.finish(id, ended);
  await kept;
  if (ended.error) await explainFailure(id, ended);
  else await noteContext({ id, reply: ended, path, request, server });
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

function show(view: RunView): void {
  useRuns.setState(({ runs }) => ({ runs: new Map(runs).set(view.conversationId, view) }));
}

function hide(id: ConversationId): void {
  useRuns.setState(({ runs }) => {
    const next = new Map(runs);
    next.delete(id);
    return { runs: next };
  });
}

/** Notes that the user has seen the end of a conversation's last run. */
export function markSeen(id: ConversationId): void {
  const conversation = useConversations.getState().list.get(id);
  if (!conversation?.attention) return;
  updateConversation(id, { attention: undefined });
}
