import type { Conversation, ConversationId } from "#src/core/conversation/message.ts";
import { sameModel } from "#src/core/models/name.ts";

type Conversations = ReadonlyMap<ConversationId, Conversation>;

/** The conversations that are set to a model, the one that changed last first. */
export function conversationsWith(conversations: Conversations, model: string): readonly Conversation[] {
  return (
    [...conversations.values()]
      .filter((conversation) => sameModel(conversation.model, model))
      // Firefox has toSorted since 115.
      // oxlint-disable-next-line unicorn/no-array-sort
      .sort((one, other) => other.updatedAt - one.updatedAt)
  );
}
