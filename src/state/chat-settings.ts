import { create } from "zustand";
import type { Conversation, ConversationId } from "#src/core/conversation/message.ts";
import { updateConversation, useConversations } from "./conversations.ts";
import { readDraft, writeDraft } from "./drafts.ts";
import { changeSettings } from "./settings.ts";

/** What a conversation's runs are made with. */
export type ChatSettings = Pick<Conversation, "model" | "systemPrompt" | "parameters" | "reasoning">;

const fresh: ChatSettings = { model: "", systemPrompt: "", parameters: {}, reasoning: undefined };
const draftKey = "settings.new";

/** The settings of the conversation that has not begun; without a model until one is chosen. */
export const useNewChat = create<ChatSettings>(() => ({ ...fresh, ...draftSettings() }));

useNewChat.subscribe((settings) => writeDraft(draftKey, JSON.stringify({ ...settings, model: "" })));

/** A system prompt is the user's words too: it outlives a reload before the first question. */
function draftSettings(): Partial<ChatSettings> {
  try {
    return JSON.parse(readDraft(draftKey) || "{}") as Partial<ChatSettings>;
  } catch {
    return {};
  }
}

/** Forgets the settings of the conversation to come, once it has come. */
export function resetNewChat(): void {
  useNewChat.setState(fresh);
}

export function chatSettings(id: ConversationId | null): ChatSettings {
  const { model, systemPrompt, parameters, reasoning } =
    (id && useConversations.getState().list.get(id)) || useNewChat.getState();
  return { model, systemPrompt, parameters, reasoning };
}

/** Changes a conversation's settings, or those of the one to come; a chosen model is remembered as the last choice. */
export function changeChatSettings(id: ConversationId | null, patch: Partial<ChatSettings>): void {
  if (id) updateConversation(id, patch);
  else useNewChat.setState(patch);
  if (patch.model) changeSettings({ lastModel: patch.model });
}
