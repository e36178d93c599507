import {
  type ConversationId,
  isOpen,
  isReply,
  type Message,
  type MessageId,
  type Prompt,
  type Reply,
} from "#src/core/conversation/message.ts";
import { titleFrom } from "#src/core/conversation/title.ts";
import { newId } from "#src/storage/new-id.ts";
import { askPersistence } from "#src/storage/persist.ts";
import { acquireWriter, type WriterLock } from "#src/storage/writer-lock.ts";
import { whenConfigured } from "./config.ts";
import { type ChatSettings, chatSettings, resetNewChat } from "./chat-settings.ts";
import {
  addConversation,
  saveMessages,
  updateConversation,
  useConversations,
  writing,
} from "./conversations.ts";
import { notify } from "./notices.ts";
import { performRun } from "./perform-run.ts";
import { byRule } from "#src/core/connection/choose-server.ts";
import { askedServer } from "./fleet.ts";

type Active = {
  readonly abort: AbortController;
  readonly rescue: () => void;
  /** The reply has ended and is being kept: resolves when the next one can begin. */
  readonly over?: Promise<void>;
};
/** How long another tab may take to let go of a conversation in which no reply is open, in milliseconds. */
const patience = 2000;

const active = new Map<ConversationId, Active>();

export type SendResult =
  | { readonly ok: true; readonly id: ConversationId }
  /** Another tab is writing to this conversation, or it has a run already. */
  | { readonly ok: false; readonly reason: "busy" | "elsewhere" }
  /** It waited for the configuration, which could not be read: it is not known which server is meant. */
  | { readonly ok: false; readonly reason: "unconfigured" };

/**
 * Asks a question: begins a conversation where `id` is null, else goes on from its shown branch.
 * `onBegun` is called once the question is in the conversation and before the request leaves.
 */
export async function sendMessage(
  id: ConversationId | null,
  text: string,
  chosen: Pick<ChatSettings, "model" | "server">,
  onBegun: (id: ConversationId) => void,
): Promise<SendResult> {
  const conversationId = id ?? beginConversation(text, { ...chatSettings(null), ...chosen });
  const parentId = useConversations.getState().list.get(conversationId)?.activeLeafId ?? null;
  return begin(conversationId, [question(parentId, text)], { onBegun });
}

/** Asks an edited question beside the old one. */
export function sendEdit(id: ConversationId, edited: Message, text: string): Promise<SendResult> {
  return begin(id, [question(edited.parentId, text)]);
}

/** Makes another version of a reply; `server` is asked for this one instead of the conversation's own. */
export function regenerate(id: ConversationId, reply: Reply, server?: string): Promise<SendResult> {
  return begin(id, [], { parentId: reply.parentId, ...(server !== undefined && { server }) });
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
  for (const run of active.values()) run.rescue();
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
  resetNewChat();
  // The first moment at which there is something to keep.
  void askPersistence();
  return id;
}

type Begin = {
  readonly parentId?: MessageId | null;
  readonly continues?: Reply;
  readonly server?: string;
  readonly onBegun?: (id: ConversationId) => void;
};

async function begin(
  id: ConversationId,
  questions: readonly Prompt[],
  from: Begin = {},
): Promise<SendResult> {
  if (!(await whenConfigured())) {
    notify({ text: "chat.notConfigured" });
    return { ok: false, reason: "unconfigured" };
  }
  for (let before = active.get(id); before; before = active.get(id)) {
    if (!before.over) return { ok: false, reason: "busy" };
    await before.over;
  }
  const abort = new AbortController();
  active.set(id, { abort, rescue: () => {} });
  writing.add(id);
  const lock = await takeLock(id);
  if (!lock) {
    active.delete(id);
    writing.delete(id);
    return { ok: false, reason: "elsewhere" };
  }
  const parent = questions.at(-1)?.id ?? from.parentId ?? null;
  const choice = from.server ?? chatSettings(id).server;
  const reply = emptyReply(id, parent, choice, from.continues);
  const saved = saveMessages(id, [...questions, reply], { activeLeafId: reply.id, updatedAt: Date.now() });
  from.onBegun?.(id);
  const over = performRun({
    id,
    reply,
    isByRule: choice === byRule,
    continues: from.continues,
    signal: abort.signal,
    saved,
    onBytes: lock.renew,
    onRescue: (rescue) => active.set(id, { abort, rescue }),
    onEnded: () => active.set(id, { ...(active.get(id) ?? { abort, rescue: () => {} }), over }),
  }).finally(() => {
    active.delete(id);
    writing.delete(id);
    lock.release();
  });
  return { ok: true, id };
}

/** Whether a reply of the conversation is being made, as far as this tab was told. */
function hasOpenReply(id: ConversationId): boolean {
  const messages = useConversations.getState().trees.get(id)?.values() ?? [];
  return [...messages].some((message) => isReply(message) && isOpen(message));
}

/** The lock to write to a conversation. Another tab that has told the end of its reply is about to let go: that is waited for. */
async function takeLock(id: ConversationId): Promise<WriterLock | null> {
  const until = Date.now() + patience;
  let lock = await acquireWriter(id);
  while (!lock && !hasOpenReply(id) && Date.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    lock = await acquireWriter(id);
  }
  return lock;
}

function emptyReply(
  id: ConversationId,
  parentId: MessageId | null,
  choice: string | undefined,
  continues?: Reply,
): Reply {
  const { model } = chatSettings(id);
  return {
    id: newMessageId(),
    parentId,
    role: "assistant",
    status: "waiting",
    content: continues?.content ?? "",
    model,
    // One later than its question, so that an order by time is the order of the conversation.
    createdAt: Date.now() + 1,
    server: askedServer(choice, model),
    ...(continues ? { continuedFrom: continues.id, continuedLength: continues.content.length } : {}),
  };
}

/** Notes that the user has seen the end of a conversation's last run. */
export function markSeen(id: ConversationId): void {
  const conversation = useConversations.getState().list.get(id);
  if (!conversation?.attention) return;
  updateConversation(id, { attention: undefined });
}
