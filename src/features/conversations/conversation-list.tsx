import { useMemo } from "react";
import { useShallow } from "zustand/react/shallow";
import { type DayGroup, groupByDay } from "#src/core/conversation/group-by-day.ts";
import type { Conversation, ConversationId } from "#src/core/conversation/message.ts";
import { searchTitles } from "#src/core/conversation/search.ts";
import { useRuns } from "#src/state/run-view.ts";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { ArchivedFold } from "./archived-fold.tsx";
import { ConversationGroup } from "./conversation-group.tsx";
import { groupKey, groupName } from "./group-name.ts";
import { useGradual } from "./use-gradual.ts";
import { useToday } from "./use-today.ts";

export type ConversationListProps = {
  conversations: ReadonlyMap<ConversationId, Conversation>;
  query: string;
  currentId: ConversationId | null;
  onChosen: (() => void) | undefined;
};

/** The conversations whose title fits the query, by day, and the archived ones at the end. */
export function ConversationList({ conversations, query, currentId, onChosen }: ConversationListProps) {
  const t = useT();
  const locale = useLocale();
  const today = useToday();
  const running = useRuns(useShallow((state) => [...state.runs.keys()]));
  const found = useMemo(() => searchTitles([...conversations.values()], query), [conversations, query]);
  const groups = useMemo(() => groupByDay(found, today, new Date(today).getTimezoneOffset()), [found, today]);
  const archived = useMemo(
    () => found.filter((conversation) => conversation.archived).toSorted((a, b) => b.updatedAt - a.updatedAt),
    [found],
  );
  const count = useGradual(found.length);

  if (conversations.size === 0) return <p className="facts ps-8.5 pe-2.5 pt-4">{t("conversations.empty")}</p>;
  const isSearch = query.trim() !== "";
  const drawn = firstOf(groups, count);
  return (
    <>
      {isSearch ? (
        <p role="status" className="facts ps-8.5 pe-2.5 pt-3 wrap-anywhere">
          {t("conversations.found", { count: found.length })}
        </p>
      ) : null}
      {drawn.map((group) => (
        <ConversationGroup
          key={groupKey(group.name)}
          name={groupName(group.name, today, locale, t)}
          conversations={group.conversations}
          currentId={currentId}
          running={running}
          onChosen={onChosen}
        />
      ))}
      <ArchivedFold
        conversations={archived}
        currentId={currentId}
        running={running}
        onChosen={onChosen}
        isSearch={isSearch}
      />
    </>
  );
}

/** The groups with no more than so many conversations in all. */
function firstOf(groups: readonly DayGroup[], count: number): readonly DayGroup[] {
  let left = count;
  const first: DayGroup[] = [];
  for (const group of groups) {
    if (left <= 0) break;
    first.push({ ...group, conversations: group.conversations.slice(0, left) });
    left -= group.conversations.length;
  }
  return first;
}
