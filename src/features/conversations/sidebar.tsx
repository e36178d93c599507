import { Plus } from "lucide-react";
import { type ReactNode, useMemo, useState } from "react";
import { groupByDay } from "#src/core/conversation/group-by-day.ts";
import type { Conversation, ConversationId } from "#src/core/conversation/message.ts";
import { searchTitles } from "#src/core/conversation/search.ts";
import { useConversations } from "#src/state/conversations.ts";
import { type Translate, useLocale, useT } from "#src/ui/i18n.tsx";
import { ConversationRow } from "./conversation-row.tsx";
import { groupTitle } from "./group-title.ts";

export type SidebarProps = {
  currentId: ConversationId | null;
  footer?: ReactNode;
  /** Called when the user has gone to a conversation. */
  onChosen?: () => void;
};

/** All conversations by day, newest first, with a search in their titles. */
export function Sidebar({ currentId, footer, onChosen }: SidebarProps) {
  const t = useT();
  const list = useConversations((state) => state.list);
  const [query, setQuery] = useState("");
  const all = useMemo(() => [...list.values()], [list]);
  return (
    <nav aria-label={t("conversations.conversations")} className="flex min-h-0 flex-1 flex-col">
      <div className="flex flex-col gap-2 p-2">
        <a
          href="#/"
          onClick={onChosen}
          aria-current={currentId === null ? "page" : undefined}
          className="flex min-h-9 items-center gap-2 rounded-control px-2.5 font-medium hover:bg-hover pointer-coarse:min-h-11"
        >
          <Plus aria-hidden className="size-4 text-accent" />
          {t("chat.newConversation")}
        </a>
        <input
          type="search"
          aria-label={t("conversations.search")}
          placeholder={t("conversations.searchShort")}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          className="min-h-8 w-full rounded-control border border-line bg-page px-2.5 placeholder:text-muted pointer-coarse:min-h-11"
        />
      </div>
      <ConversationList
        conversations={query.trim() ? searchTitles(all, query) : all}
        isSearch={query.trim() !== ""}
        currentId={currentId}
        onChosen={onChosen}
      />
      {footer}
    </nav>
  );
}

type ConversationListProps = {
  conversations: readonly Conversation[];
  isSearch: boolean;
  currentId: ConversationId | null;
  onChosen: (() => void) | undefined;
};

function ConversationList({ conversations, isSearch, currentId, onChosen }: ConversationListProps) {
  const t = useT();
  const locale = useLocale();
  const isReady = useConversations((state) => state.status === "ready");
  const now = new Date();
  const groups = groupByDay(conversations, now.getTime(), now.getTimezoneOffset());
  const archived = conversations.filter((conversation) => conversation.archived);
  const row = (conversation: Conversation) => (
    <ConversationRow
      key={conversation.id}
      conversation={conversation}
      isCurrent={conversation.id === currentId}
      onChosen={onChosen}
    />
  );
  return (
    <div className="min-h-0 flex-1 overflow-y-auto px-2 pb-2">
      {groups.map((group) => (
        <section key={JSON.stringify(group.name)} aria-label={groupTitle(group.name, t, locale)}>
          <h2 className="facts px-2.5 pt-3 pb-1 font-medium">{groupTitle(group.name, t, locale)}</h2>
          <ul>{group.conversations.map(row)}</ul>
        </section>
      ))}
      {archived.length > 0 ? (
        <details className="mt-3" open={isSearch}>
          <summary className="facts rounded-control px-2.5 py-1">
            {t("conversations.archived", { count: archived.length })}
          </summary>
          <ul>{archived.map(row)}</ul>
        </details>
      ) : null}
      {isReady && conversations.length === 0 ? (
        <p className="px-2.5 py-4 text-muted">{emptyText(isSearch, t)}</p>
      ) : null}
    </div>
  );
}

function emptyText(isSearch: boolean, t: Translate): string {
  return t(isSearch ? "conversations.nothingFound" : "conversations.empty");
}
