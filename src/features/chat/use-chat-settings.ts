import type { ConversationId } from "#src/core/conversation/message.ts";
import { type ChatSettings, useNewChat } from "#src/state/chat-settings.ts";
import { useConversations } from "#src/state/conversations.ts";

/** What this conversation's runs are made with; of the one to come where it has not begun. */
export function useChatSettings(id: ConversationId | null): ChatSettings {
  const own = useConversations((state) => (id ? state.list.get(id) : undefined));
  const coming = useNewChat();
  return own ?? coming;
}
