import { encodeExport } from "#src/core/conversation/export.ts";
import { decodeExport, type ImportFault, mergeImport } from "#src/core/conversation/import.ts";
import type { ConversationId } from "#src/core/conversation/message.ts";
import { clearAllHealth } from "#src/storage/health-history.ts";
import { clearSpeeds } from "#src/storage/speeds.ts";
import type { Store } from "#src/storage/store.ts";
import { forgetAppFiles } from "./app-update-take.ts";
import { channel, conversationStore, followChange, useConversations } from "./conversations.ts";
import { clearPullHistory } from "./pull-history.ts";
import { clearAllHistory } from "./server-history.ts";

async function everything(store: Store, only?: ConversationId) {
  const conversations = (await store.conversations()).filter(({ id }) => only === undefined || id === only);
  return Promise.all(
    conversations.map(async (conversation) => ({
      conversation,
      messages: await store.messages(conversation.id),
    })),
  );
}

/** All conversations in the export format of the interface contract. */
export async function exportAll(): Promise<string> {
  return encodeExport(await everything(await conversationStore()), Date.now());
}

export async function exportConversation(id: ConversationId): Promise<string> {
  return encodeExport(await everything(await conversationStore(), id), Date.now());
}

export type ImportResult =
  | {
      readonly ok: true;
      readonly conversations: number;
      readonly messages: number;
      readonly unchanged: number;
    }
  | { readonly ok: false; readonly reason: ImportFault };

/** Unites a file with what is there, all or nothing; what is there wins. */
export async function importText(text: string): Promise<ImportResult> {
  const decoded = decodeExport(text);
  if (!decoded.ok) return decoded;
  const store = await conversationStore();
  const merged = mergeImport(await everything(store), decoded.conversations);
  await store.importAll(merged.records);
  channel.post({ type: "all" });
  await followChange({ type: "all" });
  return { ok: true, ...merged.counts };
}

export async function deleteAll(): Promise<void> {
  const store = await conversationStore();
  await store.deleteAll();
  clearPullHistory();
  clearAllHealth();
  const { forgetServers } = await import("./forget-servers.ts");
  forgetServers();
  clearSpeeds();
  await forgetAppFiles();
  clearAllHistory();
  useConversations.setState({ list: new Map(), trees: new Map() });
  channel.post({ type: "all" });
}
