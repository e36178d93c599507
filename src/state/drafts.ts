import { readDraft, writeDraft as writeLocally } from "#src/storage/drafts.ts";
import { conversationStore } from "./conversations.ts";

export { readDraft };

/** Keeps a text being typed: a conversation's, the one of the conversation to come, or of a message being edited. */
export function writeDraft(key: string, text: string): void {
  if (writeLocally(key, text)) return;
  void conversationStore().then((store) => store.saveDraft(key, text));
}

/** A draft that was too long for the first place, or kept where that one is missing; empty where there is none. */
export async function lateDraft(key: string): Promise<string> {
  return (await conversationStore()).draft(key);
}
