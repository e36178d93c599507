import { type ConversationId, isReply } from "#src/core/conversation/message.ts";
import { pathTo } from "#src/core/conversation/tree.ts";
import { useConversations } from "#src/state/conversations.ts";
import { runView } from "#src/state/run-view.ts";

/** The Markdown of the last reply on the shown branch, as far as it has come; empty where there is none. */
export function lastReply(id: ConversationId | null): string {
  if (!id) return "";
  const running = runView(id)?.reply.content;
  if (running) return running;
  const { list, trees } = useConversations.getState();
  const path = pathTo(trees.get(id) ?? new Map(), list.get(id)?.activeLeafId ?? null);
  return path.findLast(isReply)?.content ?? "";
}
