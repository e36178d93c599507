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
    conversations: records.map(({ conversation, messages }) => ({ ...conversation, messages })),
  });
}
