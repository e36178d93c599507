import { create } from "zustand";
import type { Conversation, ConversationId } from "#src/core/conversation/message.ts";
import { updateConversation, useConversations } from "./conversations.ts";
import { readDraft, writeDraft } from "./drafts.ts";
import { changeSettings } from "./settings.ts";

/** What a conversation's runs are made with. */
export type ChatSettings = Pick<
  Conversation,
  "model" | "server" | "systemPrompt" | "parameters" | "reasoning"
>;

const fresh: ChatSettings = {
  model: "",
  server: undefined,
  systemPrompt: "",
  parameters: {},
  reasoning: undefined,
};
const draftKey = "settings.new";

/** The settings of the conversation that has not begun; without a model until one is chosen. */
export const useNewChat = create<ChatSettings>(() => ({ ...fresh, ...draftSettings() }));

useNewChat.subscribe((settings) =>
  writeDraft(draftKey, JSON.stringify({ ...settings, model: "", server: undefined })),
);

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
  const { model, server, systemPrompt, parameters, reasoning } =
    (id && useConversations.getState().list.get(id)) || useNewChat.getState();
  return { model, server, systemPrompt, parameters, reasoning };
}

/**
 * Changes a conversation's settings, or those of the one to come. A chosen model is remembered as the last choice, with its
 * server: where none is named, the one in use.
 */
export function changeChatSettings(id: ConversationId | null, changes: Partial<ChatSettings>): void {
  const patch = changes.model ? { server: undefined, ...changes } : changes;
  if (id) updateConversation(id, patch);
  else useNewChat.setState(patch);
  if (patch.model) changeSettings({ lastModel: patch.model, lastServer: patch.server ?? "" });
}
