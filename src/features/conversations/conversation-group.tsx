import { type CSSProperties, useId } from "react";
import type { Conversation, ConversationId } from "#src/core/conversation/message.ts";
import { ConversationRow } from "./conversation-row.tsx";

export type ConversationRowsProps = {
  conversations: readonly Conversation[];
  currentId: ConversationId | null;
  /** Those that have a run. */
  running: readonly ConversationId[];
  onChosen: (() => void) | undefined;
};

export type ConversationGroupProps = ConversationRowsProps & { name: string };

/** The conversations of a day, a week or a month. */
export function ConversationGroup({ name, ...rows }: ConversationGroupProps) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="facts ps-8.5 pt-4 pb-1">
        {name}
      </h2>
      <ConversationRows {...rows} />
    </section>
  );
}

export function ConversationRows({ conversations, currentId, running, onChosen }: ConversationRowsProps) {
  return (
    <ul className="row-list" style={{ "--rows": conversations.length } as CSSProperties}>
      {conversations.map((conversation) => (
        <ConversationRow
          key={conversation.id}
          conversation={conversation}
          isCurrent={conversation.id === currentId}
          isRunning={running.includes(conversation.id)}
          onChosen={onChosen}
        />
      ))}
    </ul>
  );
}
