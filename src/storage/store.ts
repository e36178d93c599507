import type { ConversationRecord } from "#src/core/conversation/export.ts";
import type { Conversation, ConversationId, Message, MessageId } from "#src/core/conversation/message.ts";
import { parseConversation, parseMessage } from "#src/core/conversation/record-schema.ts";
import { connect } from "./connection.ts";
import { type Database, messagesOf } from "./database.ts";
import { clearDrafts } from "./drafts.ts";
import { clearHashes } from "./file-hashes.ts";
import { applyOperations, isDeletion, isQuotaError, type Operation } from "./operation.ts";
import { overlaidConversations, overlaidDraft, overlaidMessages, overlaidPulls } from "./overlaid.ts";
import { createOverlay } from "./overlay.ts";
import { parsePull, type PullRecord } from "./pull-record.ts";
import { storedRows } from "./stored-rows.ts";

/**
 * What becomes of what is written. Whatever it is, this page goes on with its own data.
 * - `ok`: it is kept.
 * - `memory`: there is no database now (missing, blocked, broken): it ends with this page, unless it comes back.
 * - `full`: the last write found no space; what did not fit ends with this page, unless a later write fits.
 * - `outdated`: a newer version of the app upgraded the database; reloading the page helps.
 */
export type StorageState = "ok" | "memory" | "full" | "outdated";

/**
 * Conversations, messages and pulls, kept in IndexedDB. Nothing here rejects or throws: writes resolve when they
 * are kept, or when it is known that they are only in memory, which `state` tells; reads see all writes before them.
 */
export type Store = {
  readonly state: () => StorageState;
  /** Calls back when `state` changed; returns how to stop. After `memory` more may be readable than before. */
  readonly subscribe: (listener: () => void) => () => void;
  /** In no order. Broken records are left out, and left where they are. */
  readonly conversations: () => Promise<readonly Conversation[]>;
  readonly messages: (id: ConversationId) => Promise<readonly Message[]>;
  readonly saveConversation: (conversation: Conversation) => Promise<void>;
  /** Adds or replaces, in one transaction with the conversation. */
  readonly saveMessages: (
    id: ConversationId,
    messages: readonly Message[],
    conversation?: Conversation,
  ) => Promise<void>;
  readonly deleteMessages: (id: ConversationId, ids: readonly MessageId[]) => Promise<void>;
  /** With its messages; its draft stays, so that an undo finds it, until `writeDraft(id, "")`. */
  readonly deleteConversation: (id: ConversationId) => Promise<void>;
  /** Conversations, messages, drafts and pulls; not the settings. */
  readonly deleteAll: () => Promise<void>;
  /** Adds or replaces, all in one transaction or nothing of it. */
  readonly importAll: (records: readonly ConversationRecord[]) => Promise<void>;
  /** For drafts that `writeDraft` could not keep; empty where there is none. */
  readonly draft: (key: string) => Promise<string>;
  readonly saveDraft: (key: string, text: string) => Promise<void>;
  readonly pulls: () => Promise<readonly PullRecord[]>;
  readonly savePull: (pull: PullRecord) => Promise<void>;
  readonly deletePull: (name: string, server: string) => Promise<void>;
};

/** Opens the database, or starts without it where it is missing or does not answer in time. Never rejects. */
export async function openStore(): Promise<Store> {
  const overlay = createOverlay();
  const listeners = new Set<() => void>();
  let failure: "full" | "memory" | undefined;
  let told: StorageState = "ok";
  const connection = connect(() => {
    if (connection.current() && overlay.pending().length > 0) void flush([]);
    else tell();
  });

  function state(): StorageState {
    if (connection.isOutdated()) return "outdated";
    return connection.current() ? (failure ?? "ok") : "memory";
  }

  function tell(): void {
    if (state() === told) return;
    told = state();
    for (const listener of listeners) listener();
  }

  function write(operations: readonly Operation[]): Promise<void> {
    overlay.add(operations);
    return flush(operations);
  }

  /** Tries all that waits; where that fails at least `own`, and the deletions, which may make room for the rest. */
  async function flush(own: readonly Operation[]): Promise<void> {
    // No await while there is a connection: a write made as the page goes away must begin at once.
    const database = connection.current() ?? (await connection.ready());
    if (!database) return tell();
    const all = overlay.pending();
    let error = await take(database, all);
    if (error !== undefined) {
      const some = overlay.pending().filter((waiting) => isDeletion(waiting) || own.includes(waiting));
      if (some.length < all.length && (await take(database, some)) === undefined) {
        const rest = all.filter(overlay.has);
        if (some.some(isDeletion)) error = await take(database, rest);
      }
    }
    const isKept = error === undefined || !all.some(overlay.has);
    failure = isKept ? undefined : isQuotaError(error) ? "full" : "memory";
    tell();
  }

  async function take(database: Database, operations: readonly Operation[]): Promise<unknown> {
    if (operations.length === 0) return undefined;
    try {
      await applyOperations(database, operations);
      overlay.settle(operations);
      return undefined;
    } catch (error) {
      return error ?? new Error("unknown");
    }
  }

  // What waits is laid over what was read after the reading: a write begun before it is in one of the two.
  async function conversations(): Promise<readonly Conversation[]> {
    const rows = await storedRows(await connection.ready(), "conversations");
    return overlaidConversations(
      rows.flatMap((row) => parseConversation(row) ?? []),
      overlay.pending(),
    );
  }

  async function messages(id: ConversationId): Promise<readonly Message[]> {
    const database = await connection.ready();
    const rows = await storedRows(database, "messages", database && messagesOf(id));
    return overlaidMessages(id, rows.flatMap(messageOfRow), overlay.pending());
  }

  async function draft(key: string): Promise<string> {
    const database = await connection.ready();
    const row = await database?.get("drafts", key).catch(() => undefined);
    return overlaidDraft(key, typeof row?.text === "string" ? row.text : "", overlay.pending());
  }

  async function pulls(): Promise<readonly PullRecord[]> {
    const rows = await storedRows(await connection.ready(), "pulls");
    return overlaidPulls(
      rows.flatMap((row) => parsePull(row) ?? []),
      overlay.pending(),
    );
  }

  await connection.ready();
  told = state();
  return {
    state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    conversations,
    messages,
    saveConversation: (conversation) => write([{ type: "put-conversation", conversation }]),
    saveMessages: (id, changed, conversation) => write(putOperations(id, changed, conversation)),
    deleteMessages: (conversationId, ids) =>
      write(ids.map((id) => ({ type: "delete-message", conversationId, id }))),
    deleteConversation: (id) => write([{ type: "delete-conversation", id }]),
    deleteAll() {
      clearDrafts();
      clearHashes();
      return write([{ type: "delete-all" }]);
    },
    importAll: (records) =>
      write(
        records.flatMap((record) =>
          putOperations(record.conversation.id, record.messages, record.conversation),
        ),
      ),
    draft,
    saveDraft: (key, text) =>
      write([text ? { type: "put-draft", key, text } : { type: "delete-draft", key }]),
    pulls,
    savePull: (pull) => write([{ type: "put-pull", pull }]),
    deletePull: (name, server) => write([{ type: "delete-pull", server, name }]),
  };
}

function putOperations(
  conversationId: ConversationId,
  messages: readonly Message[],
  conversation: Conversation | undefined,
): readonly Operation[] {
  const puts = messages.map((message) => ({ type: "put-message" as const, conversationId, message }));
  return conversation ? [{ type: "put-conversation", conversation }, ...puts] : puts;
}

function messageOfRow(row: unknown): readonly Message[] {
  const message = parseMessage(row);
  if (!message) return [];
  const { conversationId: _conversationId, ...own } = message as Message & { conversationId?: string };
  return [own as Message];
}
