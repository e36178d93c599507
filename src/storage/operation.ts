import type { IDBPTransaction } from "idb";
import type { Conversation, Message } from "#src/core/conversation/message.ts";
import { type Database, messagesOf, type Schema } from "./database.ts";
import type { PullRecord } from "./pull-record.ts";

/** One change of the database, as data: it can wait in memory while the database cannot take it. */
export type Operation =
  | { readonly type: "put-conversation"; readonly conversation: Conversation }
  | { readonly type: "put-message"; readonly conversationId: string; readonly message: Message }
  | { readonly type: "put-draft"; readonly key: string; readonly text: string }
  | { readonly type: "put-pull"; readonly pull: PullRecord }
  | { readonly type: "delete-message"; readonly conversationId: string; readonly id: string }
  /** With its messages. */
  | { readonly type: "delete-conversation"; readonly id: string }
  | { readonly type: "delete-draft"; readonly key: string }
  | { readonly type: "delete-pull"; readonly server: string; readonly name: string }
  | { readonly type: "delete-all" };

const stores = ["conversations", "messages", "drafts", "pulls"] as const;
type Write = IDBPTransaction<Schema, typeof stores, "readwrite">;

/** Whether an operation needs no space. */
export function isDeletion(operation: Operation): boolean {
  return operation.type.startsWith("delete");
}

/**
 * Applies operations in one transaction, begun before this returns: all or nothing.
 * Rejects with what the browser says, `QuotaExceededError` before all else.
 */
export async function applyOperations(database: Database, operations: readonly Operation[]): Promise<void> {
  // Relaxed: done once the browser's own process has the data. That outlives the page and a crash of it, and only
  // a crash of the system can undo the last seconds; strict would wait for the disk at every checkpoint of a reply.
  const transaction = database.transaction(stores, "readwrite", { durability: "relaxed" });
  const requests: Promise<unknown>[] = [transaction.done];
  try {
    for (const operation of operations) requests.push(...request(transaction, operation));
    // Without this the page would have to live until the last answer, and what was written as it went would be undone.
    transaction.commit();
  } catch (error) {
    requests.push(Promise.reject(error));
    transaction.abort();
  }
  const results = await Promise.allSettled(requests);
  const reasons = results.flatMap((result) =>
    result.status === "rejected" ? [result.reason as unknown] : [],
  );
  if (reasons.length > 0) throw reasons.find(isQuotaError) ?? reasons.at(-1);
}

/** Whether there was no space left. */
export function isQuotaError(error: unknown): boolean {
  return error instanceof Error && error.name === "QuotaExceededError";
}

function request(transaction: Write, operation: Operation): readonly Promise<unknown>[] {
  switch (operation.type) {
    case "put-conversation":
      return [transaction.objectStore("conversations").put(operation.conversation)];
    case "put-message":
      return [
        transaction
          .objectStore("messages")
          .put({ ...operation.message, conversationId: operation.conversationId }),
      ];
    case "put-draft":
      return [transaction.objectStore("drafts").put({ key: operation.key, text: operation.text })];
    case "put-pull":
      return [transaction.objectStore("pulls").put(operation.pull)];
    case "delete-message":
      return [transaction.objectStore("messages").delete([operation.conversationId, operation.id])];
    case "delete-conversation":
      return [
        transaction.objectStore("conversations").delete(operation.id),
        transaction.objectStore("messages").delete(messagesOf(operation.id)),
      ];
    case "delete-draft":
      return [transaction.objectStore("drafts").delete(operation.key)];
    case "delete-pull":
      return [transaction.objectStore("pulls").delete([operation.server, operation.name])];
    case "delete-all":
      return stores.map((name) => transaction.objectStore(name).clear());
  }
}
