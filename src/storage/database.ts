import { type DBSchema, type IDBPDatabase, openDB, type OpenDBCallbacks } from "idb";
import type { Conversation, Message } from "#src/core/conversation/message.ts";
import type { PullRecord } from "./pull-record.ts";

/** Keys of `messages` and `pulls` are pairs, so that imported data with known message ids never takes another's place. */
export type Schema = DBSchema & {
  conversations: { key: string; value: Conversation };
  messages: { key: [conversationId: string, id: string]; value: Message & { conversationId: string } };
  drafts: { key: string; value: { key: string; text: string } };
  pulls: { key: [server: string, name: string]; value: PullRecord };
};

export type Database = IDBPDatabase<Schema>;

/** Step n leads from version n to n + 1. Steps that were released never change. */
export const migrations: readonly ((database: Database) => void)[] = [
  function createStores(database) {
    database.createObjectStore("conversations", { keyPath: "id" });
    database.createObjectStore("messages", { keyPath: ["conversationId", "id"] });
    database.createObjectStore("drafts", { keyPath: "key" });
    database.createObjectStore("pulls", { keyPath: ["server", "name"] });
  },
];

/** Opens the database of this version of the app. Rejects, and never throws at once, with what the browser says, `VersionError` for a newer one. */
export async function openDatabase(
  callbacks: Pick<OpenDBCallbacks<Schema>, "blocked" | "blocking" | "terminated">,
): Promise<Database> {
  return openDB<Schema>("candor", migrations.length, {
    ...callbacks,
    upgrade(database, oldVersion) {
      for (const migrate of migrations.slice(oldVersion)) migrate(database);
    },
  });
}

/** All messages of a conversation, as a range of keys. */
export function messagesOf(conversationId: string): IDBKeyRange {
  // An array comes after every string in the order of keys.
  return IDBKeyRange.bound([conversationId], [conversationId, []]);
}
