import type { ConversationId } from "./message.ts";

/** The address of a conversation within the app, without `#`. */
export function addressOf(id: ConversationId): string {
  return `/c/${encodeURIComponent(id)}`;
}

/**
 * The conversation that an address is of, or null. What reads the address may have undone some of its escapes already, and
 * an address that was typed may have a `%` that escapes nothing: that stands for itself.
 */
export function conversationAt(address: string): ConversationId | null {
  const id = /^\/c\/([^/]+)$/.exec(address)?.[1];
  if (id === undefined) return null;
  try {
    return decodeURIComponent(id) as ConversationId;
  } catch {
    return id as ConversationId;
  }
}
