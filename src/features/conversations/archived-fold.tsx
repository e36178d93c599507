import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { useT } from "#src/ui/i18n.tsx";
import { ConversationRows, type ConversationRowsProps } from "./conversation-group.tsx";

export type ArchivedFoldProps = ConversationRowsProps & {
  /** While searching, what was found here is shown too. */
  isSearch: boolean;
};

/** The archived conversations, folded at the end of the list. */
export function ArchivedFold({ isSearch, ...rows }: ArchivedFoldProps) {
  const t = useT();
  const [wasOpened, setOpened] = useState(false);
  const count = rows.conversations.length;
  if (count === 0) return null;
  const isOpen = wasOpened || isSearch;
  return (
    <section aria-label={t("conversations.archived", { count })} className="pt-4">
      <button
        type="button"
        aria-expanded={isOpen}
        className="facts flex min-h-8 w-full items-center gap-2 rounded-control px-2.5 hover:bg-hover hover:text-text focus-visible:-outline-offset-2 pointer-coarse:min-h-11"
        onClick={() => setOpened(!isOpen)}
      >
        <ChevronRight aria-hidden className={isOpen ? "size-4 rotate-90" : "size-4 rtl:rotate-180"} />
        {t("conversations.archived", { count })}
      </button>
      {isOpen ? <ConversationRows {...rows} /> : null}
    </section>
  );
}
