import { byRule } from "#src/core/connection/choose-server.ts";
import type { Conversation, ConversationId } from "#src/core/conversation/message.ts";
import { sameModel } from "#src/core/models/name.ts";

type Conversations = ReadonlyMap<ConversationId, Conversation>;

/**
 * The conversations that are set to a model of a server, the one in use, the one that changed last first. Those of another server
 * mean that one's model of the name.
 */
export function conversationsWith(
  conversations: Conversations,
  model: string,
  inUse: string,
): readonly Conversation[] {
  return (
    [...conversations.values()]
      .filter(({ server = inUse }) => server === inUse || server === byRule)
      .filter((conversation) => sameModel(conversation.model, model))
      // Firefox has toSorted since 115.
      // oxlint-disable-next-line unicorn/no-array-sort
      .sort((one, other) => other.updatedAt - one.updatedAt)
  );
}
