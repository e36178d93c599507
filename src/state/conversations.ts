import { create } from "zustand";
import {
  type Conversation,
  type ConversationId,
  isOpen,
  isReply,
  type Message,
  type MessageId,
} from "#src/core/conversation/message.ts";
import { type MessageTree, withMessage, withoutBranch } from "#src/core/conversation/tree.ts";
import { type Change, openChannel } from "#src/storage/channel.ts";
import { openStore, type StorageState, type Store } from "#src/storage/store.ts";
import { isHeldElsewhere } from "#src/storage/writer-lock.ts";

type ConversationsState = {
  readonly status: "loading" | "ready";
  readonly list: ReadonlyMap<ConversationId, Conversation>;
  /** Trees of the conversations that were opened. */
  readonly trees: ReadonlyMap<ConversationId, MessageTree>;
  readonly storage: StorageState;
};

export const useConversations = create<ConversationsState>(() => ({
  status: "loading",
  list: new Map(),
  trees: new Map(),
  storage: "ok",
}));

/** What other tabs are told, and tell. */
export const channel = openChannel();
let opened: Promise<Store> | undefined;

/** The database, opened once. */
export function conversationStore(): Promise<Store> {
  opened ??= openStore();
  return opened;
}

/** Reads the list, and follows what other tabs and the storage say. */
export async function startConversations(): Promise<void> {
  const store = await conversationStore();
  store.subscribe(() => {
    const before = useConversations.getState().storage;
    useConversations.setState({ storage: store.state() });
    // A database that came late holds more than was seen.
    if (before === "memory" && store.state() === "ok") void followChange({ type: "all" });
  });
  channel.listen((change) => void followChange(change));
  await readAnew(store);
}

/** Reads the list, and the trees that are out of date: those in `stale`, and those that do not know how their branch ends. */
async function readAnew(store: Store, stale: readonly ConversationId[] = []): Promise<void> {
  const before = useConversations.getState().trees;
  const read = new Map<ConversationId, MessageTree>();
  for (;;) {
    const conversations = await store.conversations();
    const list = new Map(conversations.map((conversation) => [conversation.id, conversation]));
    const missing = [...useConversations.getState().trees].flatMap(([id, tree]) =>
      !read.has(id) && (stale.includes(id) || !knowsLeaf(tree, list.get(id))) ? [id] : [],
    );
    if (missing.length === 0) {
      // Together, or for a moment there would be a branch of which nothing is known.
      useConversations.setState(({ trees }) => ({
        status: "ready",
        list,
        trees: new Map([...trees].map(([id, tree]) => [id, renewed(tree, before.get(id), read.get(id))])),
        storage: store.state(),
      }));
      break;
    }
    await Promise.all(missing.map(async (id) => read.set(id, await treeOf(store, id))));
  }
  await Promise.all([...read.keys()].map((id) => endOrphans(store, id)));
}

/** The tree that was read, with what was told since `before`, while it was read: that is newer. */
function renewed(
  tree: MessageTree,
  before: MessageTree | undefined,
  read: MessageTree | undefined,
): MessageTree {
  if (!read) return tree;
  return new Map([...read, ...[...tree].filter(([id, message]) => before?.get(id) !== message)]);
}

function knowsLeaf(tree: MessageTree, conversation: Conversation | undefined): boolean {
  const leaf = conversation?.activeLeafId ?? null;
  return leaf === null || tree.has(leaf);
}

/** Reads again what a change made out of date. */
export async function followChange(change: Change): Promise<void> {
  if (change.type === "settings") return;
  if (change.type === "deleted") return forget(change.id);
  const store = await conversationStore();
  if (change.type === "all") return readAnew(store, [...useConversations.getState().trees.keys()]);
  if (change.type === "conversation") return readAnew(store);
  if (!useConversations.getState().trees.has(change.id)) return;
  if (change.messages) for (const message of change.messages) putInTree(change.id, message);
  else await readAnew(store, [change.id]);
}

/** Reads a conversation's messages; a reply whose tab died becomes `interrupted`. */
export async function openConversation(id: ConversationId): Promise<"open" | "unknown"> {
  const state = useConversations.getState();
  if (state.trees.has(id)) return "open";
  if (!state.list.has(id)) return "unknown";
  await readTree(await conversationStore(), id);
  return "open";
}

async function readTree(store: Store, id: ConversationId): Promise<void> {
  setTree(id, await treeOf(store, id));
  await endOrphans(store, id);
}

async function treeOf(store: Store, id: ConversationId): Promise<MessageTree> {
  const messages = await store.messages(id);
  return new Map(messages.map((message) => [message.id, message]));
}

const isUnended = (message: Message): boolean => isReply(message) && isOpen(message);

async function endOrphans(store: Store, id: ConversationId): Promise<void> {
  const before = useConversations.getState().trees.get(id);
  if (![...(before?.values() ?? [])].some(isUnended) || (await isHeldElsewhere(id)) || writing.has(id))
    return;
  // Read again: whoever wrote one may have ended it, and let go of it, since the tree was read.
  const orphans = (await store.messages(id)).filter((found) => isUnended(found) && before?.has(found.id));
  const ended = orphans.map((message) => ({
    ...message,
    status: "interrupted" as const,
    error: { kind: "cut", how: "tab" } as const,
  }));
  for (const message of ended) putInTree(id, message);
  await store.saveMessages(id, ended);
}

/** Conversations that this tab is writing a reply to; kept by the runs. */
export const writing = new Set<ConversationId>();

function setTree(id: ConversationId, tree: MessageTree): void {
  useConversations.setState((state) => ({ trees: new Map(state.trees).set(id, tree) }));
}

function putInTree(id: ConversationId, message: Message): void {
  if (!useConversations.getState().list.has(id)) return;
  const tree = useConversations.getState().trees.get(id) ?? new Map();
  const next = withMessage(tree, message);
  if (next !== tree) setTree(id, next);
}

function forget(id: ConversationId): void {
  useConversations.setState((state) => {
    const list = new Map(state.list);
    const trees = new Map(state.trees);
    list.delete(id);
    trees.delete(id);
    return { list, trees };
  });
}

/** Adds a conversation that has no messages yet. */
export function addConversation(conversation: Conversation): void {
  useConversations.setState((state) => ({
    list: new Map(state.list).set(conversation.id, conversation),
    trees: new Map(state.trees).set(conversation.id, new Map()),
  }));
}

/** Changes a conversation's own fields; messages have `saveMessages`. */
export function updateConversation(id: ConversationId, patch: Partial<Conversation>): void {
  const changed = patchInList(id, patch);
  if (!changed) return;
  void conversationStore()
    .then((store) => store.saveConversation(changed))
    .then(() => channel.post({ type: "conversation", id }));
}

function patchInList(id: ConversationId, patch: Partial<Conversation>): Conversation | undefined {
  const conversation = useConversations.getState().list.get(id);
  if (!conversation) return undefined;
  const changed = { ...conversation, ...patch };
  useConversations.setState((state) => ({ list: new Map(state.list).set(id, changed) }));
  return changed;
}

/** Shows and keeps messages, with changes to their conversation, as one write. */
export async function saveMessages(
  id: ConversationId,
  messages: readonly Message[],
  patch?: Partial<Conversation>,
): Promise<void> {
  for (const message of messages) putInTree(id, message);
  const conversation = patch ? patchInList(id, patch) : undefined;
  await keepMessages(id, messages, conversation);
}

/** Keeps messages without showing them: the checkpoint of a growing reply. */
export async function keepMessages(
  id: ConversationId,
  messages: readonly Message[],
  conversation?: Conversation,
): Promise<void> {
  // A run that ends after its conversation was deleted must not bring it back.
  if (!useConversations.getState().list.has(id)) return;
  const store = await conversationStore();
  await store.saveMessages(id, messages, conversation);
  if (conversation) channel.post({ type: "conversation", id });
  channel.post({ type: "messages", id, messages });
}

/** Removes a message with all that follows it; the returned function puts it back. */
export async function deleteBranch(id: ConversationId, message: Message): Promise<() => void> {
  const before = useConversations.getState();
  const tree = before.trees.get(id) ?? new Map<MessageId, Message>();
  const leaf = before.list.get(id)?.activeLeafId ?? null;
  const next = withoutBranch(tree, message.id);
  const removed = [...tree.values()].filter((candidate) => !next.has(candidate.id));
  setTree(id, next);
  updateConversation(id, { activeLeafId: message.parentId });
  const store = await conversationStore();
  await store.deleteMessages(
    id,
    removed.map((gone) => gone.id),
  );
  channel.post({ type: "messages", id });
  return () => void saveMessages(id, removed, { activeLeafId: leaf });
}

/** Removes a conversation; the returned function puts it back. */
export async function deleteConversation(id: ConversationId): Promise<() => void> {
  const store = await conversationStore();
  const conversation = useConversations.getState().list.get(id);
  const messages = await store.messages(id);
  forget(id);
  await store.deleteConversation(id);
  channel.post({ type: "deleted", id });
  return () => {
    if (!conversation) return;
    addConversation(conversation);
    void saveMessages(id, messages, conversation).then(() => readTree(store, id));
  };
}
