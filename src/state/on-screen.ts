import type { ConversationId } from "#src/core/conversation/message.ts";

let shown: ConversationId | null = null;

/** Says which conversation the user is looking at. */
export function setOnScreen(id: ConversationId | null): void {
  shown = id;
}

/** Whether the user is looking at this conversation now. */
export function isOnScreen(id: ConversationId): boolean {
  return shown === id && document.visibilityState === "visible";
}
