import * as v from "valibot";
import { type ConversationRecord, exportFormat, exportVersion } from "./export.ts";
import { isOpen, isReply, type Message, type MessageId } from "./message.ts";
import { conversationSchema, messageSchema } from "./record-schema.ts";
import { latestLeaf, type MessageTree } from "./tree.ts";

/** Why a file was refused. `path` is that of the first wrong field, such as `conversations.0.messages.3.content`. */
export type ImportFault =
  | { readonly kind: "not-json" }
  /** JSON, but not an export of this app. */
  | { readonly kind: "wrong-format" }
  /** Made by a newer version of this app. */
  | { readonly kind: "newer"; readonly version: number }
  | { readonly kind: "wrong-field"; readonly path: string; readonly expected: string }
  | { readonly kind: "missing-parent"; readonly path: string }
  /** Messages that are each other's parents. */
  | { readonly kind: "cycle"; readonly path: string }
  /** Two messages of a conversation with one id. */
  | { readonly kind: "duplicate-id"; readonly path: string };

export type ImportCounts = {
  /** Conversations that were not there. */
  readonly conversations: number;
  /** Messages that were not there, those of new conversations among them. */
  readonly messages: number;
  /** Conversations that were there with all their messages. */
  readonly unchanged: number;
};

type Decoded =
  | { readonly ok: true; readonly conversations: readonly ConversationRecord[] }
  | { readonly ok: false; readonly reason: ImportFault };

const header = v.looseObject({
  format: v.literal(exportFormat),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
});
const body = v.looseObject({
  conversations: v.array(
    v.looseObject({
      ...conversationSchema.entries,
      updatedAt: v.optional(conversationSchema.entries.updatedAt),
      activeLeafId: v.optional(conversationSchema.entries.activeLeafId.wrapped),
      messages: v.array(messageSchema),
    }),
  ),
});
type Entry = v.InferOutput<typeof body>["conversations"][number];

/**
 * Reads an export (interface contract, section Data). Refuses the whole file at the first thing that is wrong;
 * never throws. A reply that was open when it was exported comes back as `interrupted`.
 */
export function decodeExport(text: string): Decoded {
  let json: unknown;
  try {
    // Some editors begin a UTF-8 file with a byte order mark.
    json = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return { ok: false, reason: { kind: "not-json" } };
  }
  const head = v.safeParse(header, json);
  if (!head.success) return { ok: false, reason: { kind: "wrong-format" } };
  const { version } = head.output;
  if (version > exportVersion) return { ok: false, reason: { kind: "newer", version } };
  const parsed = v.safeParse(body, json, { abortEarly: true });
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const path = v.getDotPath(issue) ?? "";
    return { ok: false, reason: { kind: "wrong-field", path, expected: issue.expected ?? issue.message } };
  }
  const records: ConversationRecord[] = [];
  for (const [index, entry] of parsed.output.conversations.entries()) {
    const messages = (entry.messages as readonly Message[]).map(ended);
    const tree: MessageTree = new Map(messages.map((message) => [message.id, message]));
    const reason = faultOf(messages, tree, `conversations.${index}.messages`);
    if (reason) return { ok: false, reason };
    records.push({ conversation: conversationOf(entry, tree), messages });
  }
  return { ok: true, conversations: records };
}

function ended(message: Message): Message {
  if (!isReply(message) || !isOpen(message)) return message;
  return { error: { kind: "cut", how: "tab" }, ...message, status: "interrupted" };
}

function faultOf(messages: readonly Message[], tree: MessageTree, path: string): ImportFault | undefined {
  const rooted = new Set<MessageId>();
  for (const [index, message] of messages.entries()) {
    const { id, parentId } = message;
    if (tree.get(id) !== message) return { kind: "duplicate-id", path: `${path}.${index}.id` };
    if (parentId !== null && !tree.has(parentId)) {
      return { kind: "missing-parent", path: `${path}.${index}.parentId` };
    }
    if (!isRooted(tree, message, rooted)) return { kind: "cycle", path: `${path}.${index}.parentId` };
  }
  return undefined;
}

/** Whether parents lead to a root, or out of the tree; what was found on the way is remembered in `rooted`. */
function isRooted(tree: MessageTree, message: Message, rooted: Set<MessageId>): boolean {
  const way = new Set<MessageId>();
  let at: Message | undefined = message;
  while (at && !rooted.has(at.id)) {
    if (way.has(at.id)) return false;
    way.add(at.id);
    at = at.parentId === null ? undefined : tree.get(at.parentId);
  }
  for (const id of way) rooted.add(id);
  return true;
}

function conversationOf(entry: Entry, tree: MessageTree): ConversationRecord["conversation"] {
  const { messages: _messages, ...fields } = entry;
  const { activeLeafId } = fields;
  const isKnown = activeLeafId === null || (activeLeafId !== undefined && tree.has(activeLeafId));
  return {
    ...fields,
    updatedAt: fields.updatedAt ?? fields.createdAt,
    activeLeafId: isKnown ? activeLeafId : newestLeaf(tree),
  } as ConversationRecord["conversation"];
}

function newestLeaf(tree: MessageTree): MessageId | null {
  const root = [...tree.values()].findLast((message) => message.parentId === null);
  return root ? latestLeaf(tree, root.id) : null;
}

/**
 * Unites imported conversations with those that are there, by id of conversation and message; what is there wins.
 * `records` holds only what must be written: new conversations whole, known ones with the messages they lacked.
 */
export function mergeImport(
  existing: readonly ConversationRecord[],
  imported: readonly ConversationRecord[],
): { readonly records: readonly ConversationRecord[]; readonly counts: ImportCounts } {
  const known = new Map(existing.map((record) => [record.conversation.id, record]));
  const changed = new Map<
    string,
    { conversation: ConversationRecord["conversation"]; messages: Message[] }
  >();
  const counts = { conversations: 0, messages: 0, unchanged: 0 };
  for (const { conversation, messages } of imported) {
    const { id } = conversation;
    const there = known.get(id);
    const ids = new Set(there?.messages.map((message) => message.id));
    const added = messages.filter((message) => !ids.has(message.id));
    if (there && added.length === 0) {
      counts.unchanged += 1;
      continue;
    }
    const united = there ? withLeaf(there.conversation, conversation.activeLeafId) : conversation;
    const before = changed.get(id)?.messages ?? [];
    changed.set(id, { conversation: united, messages: [...before, ...added] });
    known.set(id, { conversation: united, messages: [...(there?.messages ?? []), ...added] });
    counts.conversations += there ? 0 : 1;
    counts.messages += added.length;
  }
  return { records: [...changed.values()], counts };
}

/** A conversation that had been emptied shows what comes back into it. */
function withLeaf(conversation: ConversationRecord["conversation"], leaf: MessageId | null) {
  return conversation.activeLeafId === null ? { ...conversation, activeLeafId: leaf } : conversation;
}
