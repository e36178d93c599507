import { create } from "zustand";
import type { Conversation, ConversationId } from "#src/core/conversation/message.ts";
import { updateConversation, useConversations } from "./conversations.ts";
import { changeSettings } from "./settings.ts";

/** What a conversation's runs are made with. */
export type ChatSettings = Pick<Conversation, "model" | "systemPrompt" | "parameters" | "reasoning">;

/** The settings of the conversation that has not begun. */
export const useNewChat = create<ChatSettings>(() => ({ model: "", systemPrompt: "", parameters: {} }));

export function chatSettings(id: ConversationId | null): ChatSettings {
  return (id && useConversations.getState().list.get(id)) || useNewChat.getState();
}

/** Changes a conversation's settings, or those of the one to come; a chosen model is remembered as the last choice. */
export function changeChatSettings(id: ConversationId | null, patch: Partial<ChatSettings>): void {
  if (id) updateConversation(id, patch);
  else useNewChat.setState(patch);
  if (patch.model) changeSettings({ lastModel: patch.model });
}
