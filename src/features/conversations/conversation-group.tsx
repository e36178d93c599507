import { type CSSProperties, memo, useId } from "react";
import { shallow } from "zustand/shallow";
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
      {daysOf(conversations).map(([day, ofDay]) => {
        const has = (id: ConversationId | null) => ofDay.some((conversation) => conversation.id === id);
        return (
          <RowsOfDay
            key={day}
            conversations={ofDay}
            currentId={has(currentId) ? currentId : null}
            running={running.filter(has)}
            onChosen={onChosen}
          />
        );
      })}
    </ul>
  );
}

/** Conversations that were last changed on the same day, in UTC: one that changes again leaves all other days as they are. */
function daysOf(conversations: readonly Conversation[]): [number, Conversation[]][] {
  const days = new Map<number, Conversation[]>();
  for (const conversation of conversations) {
    const day = Math.floor(conversation.updatedAt / 86_400_000);
    const ofDay = days.get(day);
    if (ofDay) ofDay.push(conversation);
    else days.set(day, [conversation]);
  }
  return [...days];
}

/** Where nothing changed, rows are not even looked at one by one: of a thousand that alone would take longer than a frame has. */
const RowsOfDay = memo(function RowsOfDay({
  conversations,
  currentId,
  running,
  onChosen,
}: ConversationRowsProps) {
  return conversations.map((conversation) => (
    <ConversationRow
      key={conversation.id}
      conversation={conversation}
      isCurrent={conversation.id === currentId}
      isRunning={running.includes(conversation.id)}
      onChosen={onChosen}
    />
  ));
}, areSameRows);

function areSameRows(one: ConversationRowsProps, other: ConversationRowsProps): boolean {
  return (
    one.currentId === other.currentId &&
    one.onChosen === other.onChosen &&
    shallow(one.conversations, other.conversations) &&
    shallow(one.running, other.running)
  );
}
