import type { Conversation, Message } from "#src/core/conversation/message.ts";
import type { Operation } from "./operation.ts";
import type { PullRecord } from "./pull-record.ts";

/** Conversations as they are with the operations that the database has not taken. */
export function overlaidConversations(
  stored: readonly Conversation[],
  pending: readonly Operation[],
): readonly Conversation[] {
  const byId = new Map<string, Conversation>(stored.map((conversation) => [conversation.id, conversation]));
  for (const operation of pending) {
    if (operation.type === "put-conversation") byId.set(operation.conversation.id, operation.conversation);
    if (operation.type === "delete-conversation") byId.delete(operation.id);
    if (operation.type === "delete-all") byId.clear();
  }
  return [...byId.values()];
}

/** The same for the messages of one conversation. */
export function overlaidMessages(
  id: string,
  stored: readonly Message[],
  pending: readonly Operation[],
): readonly Message[] {
  const byId = new Map<string, Message>(stored.map((message) => [message.id, message]));
  for (const operation of pending) {
    if (operation.type === "delete-all") byId.clear();
    if (operation.type === "delete-conversation" && operation.id === id) byId.clear();
    if (operation.type === "put-message" && operation.conversationId === id) {
      byId.set(operation.message.id, operation.message);
    }
    if (operation.type === "delete-message" && operation.conversationId === id) byId.delete(operation.id);
  }
  return [...byId.values()];
}

/** The same for one draft. */
export function overlaidDraft(key: string, stored: string, pending: readonly Operation[]): string {
  let text = stored;
  for (const operation of pending) {
    if (operation.type === "put-draft" && operation.key === key) text = operation.text;
    if (operation.type === "delete-draft" && operation.key === key) text = "";
    if (operation.type === "delete-all") text = "";
  }
  return text;
}

/** The same for the pulls. */
export function overlaidPulls(
  stored: readonly PullRecord[],
  pending: readonly Operation[],
): readonly PullRecord[] {
  let pulls = stored;
  for (const operation of pending) {
    if (operation.type === "delete-all") pulls = [];
    if (operation.type !== "put-pull" && operation.type !== "delete-pull") continue;
    const { server, name } = operation.type === "put-pull" ? operation.pull : operation;
    pulls = pulls.filter((pull) => pull.server !== server || pull.name !== name);
    if (operation.type === "put-pull") pulls = [...pulls, operation.pull];
  }
  return pulls;
}
