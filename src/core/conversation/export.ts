import type { Conversation, Message } from "./message.ts";

/** A conversation with its messages, as it is exported, imported and moved. */
export type ConversationRecord = {
  readonly conversation: Conversation;
  readonly messages: readonly Message[];
};

export const exportFormat = "candor.export";
export const exportVersion = 1;

/**
 * The export of the interface contract (section Data), as JSON; fields that this version does not know go with it.
 *
 * @param now milliseconds since 1970 UTC
 */
export function encodeExport(records: readonly ConversationRecord[], now: number): string {
  return JSON.stringify({
    format: exportFormat,
    version: exportVersion,
    exportedAt: new Date(now).toISOString(),
    conversations: records.map(({ conversation, messages }) => ({
      ...conversation,
      messages: rootFirst(messages),
    })),
  });
}

/** By age, and no message before its parent: the order in which a person reads them. */
function rootFirst(messages: readonly Message[]): readonly Message[] {
  const byId = new Map(messages.map((message) => [message.id, message]));
  const placed = new Set<Message>();
  for (const message of messages.toSorted((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))) {
    const line: Message[] = [];
    let at: Message | undefined = message;
    while (at && !placed.has(at) && !line.includes(at)) {
      line.push(at);
      at = at.parentId === null ? undefined : byId.get(at.parentId);
    }
    for (const next of line.toReversed()) placed.add(next);
  }
  return [...placed];
}
