import type { ConversationId, Message, MessageId } from "#src/core/conversation/message.ts";
import { latestLeaf, pathTo } from "#src/core/conversation/tree.ts";
import { newId } from "#src/storage/new-id.ts";
import { addConversation, saveMessages, updateConversation, useConversations } from "./conversations.ts";

/** Shows the branch of another version of a message, down to its newest end. */
export function showVersion(id: ConversationId, version: MessageId): void {
  const tree = useConversations.getState().trees.get(id);
  if (tree) updateConversation(id, { activeLeafId: latestLeaf(tree, version) });
}

/** Copies the branch up to a message into a conversation of its own. */
export async function forkAt(id: ConversationId, messageId: MessageId): Promise<ConversationId> {
  const { list, trees } = useConversations.getState();
  const conversation = list.get(id);
  const tree = trees.get(id);
  if (!conversation || !tree) return id;
  const copies: Message[] = [];
  for (const message of pathTo(tree, messageId)) {
    copies.push({ ...message, id: newId() as MessageId, parentId: copies.at(-1)?.id ?? null });
  }
  const now = Date.now();
  const fork = { ...conversation, id: newId() as ConversationId, createdAt: now, activeLeafId: null };
  addConversation(fork);
  await saveMessages(fork.id, copies, { activeLeafId: copies.at(-1)?.id ?? null, updatedAt: now });
  return fork.id;
}
