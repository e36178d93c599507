import { SquarePen } from "lucide-react";
import { type ReactNode, useDeferredValue, useState } from "react";
import type { ConversationId } from "#src/core/conversation/message.ts";
import { useConversations } from "#src/state/conversations.ts";
import { useT } from "#src/ui/i18n.tsx";
import { ConversationList } from "./conversation-list.tsx";
import { SearchBox } from "./search-box.tsx";

export type SidebarProps = {
  /** The conversation on screen. */
  currentId: ConversationId | null;
  footer?: ReactNode;
  /** A page was chosen; a sheet closes then. */
  onChosen?: (() => void) | undefined;
};

/** All conversations: a new one, those that are there by day, and a search of their titles. */
export function Sidebar({ currentId, footer, onChosen }: SidebarProps) {
  const t = useT();
  const [query, setQuery] = useState("");
  const isReady = useConversations((state) => state.status === "ready");
  const list = useConversations((state) => state.list);
  const shownQuery = useDeferredValue(query);

  return (
    <nav aria-label={t("conversations.conversations")} className="flex min-h-0 flex-1 flex-col">
      <div className="flex flex-col gap-1 px-2 pt-2 pb-1">
        <a
          href="#/"
          aria-label={t("conversations.new")}
          className="flex min-h-8 items-center gap-2 rounded-control px-2.5 font-medium hover:bg-hover focus-visible:-outline-offset-2 pointer-coarse:min-h-11"
          onClick={onChosen}
        >
          <SquarePen aria-hidden className="size-4 shrink-0 text-accent" />
          {t("conversations.new")}
        </a>
        <SearchBox value={query} onChange={setQuery} />
      </div>
      <div
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-2 pb-4"
        data-part="conversation-list"
      >
        {isReady ? (
          <ConversationList
            conversations={list}
            query={shownQuery}
            currentId={currentId}
            onChosen={onChosen}
          />
        ) : (
          <Outline />
        )}
      </div>
      {footer}
    </nav>
  );
}

/** Still rows in the size of the real ones. */
function Outline() {
  return (
    <div aria-hidden className="reveal-late flex flex-col gap-4 ps-8.5 pe-2.5 pt-5">
      {["w-36", "w-44", "w-28", "w-40"].map((width) => (
        <div key={width} className={`h-3.5 rounded-control bg-hover ${width}`} />
      ))}
    </div>
  );
}
