import { memo, useId, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { addressOf } from "#src/core/conversation/address.ts";
import type { Conversation } from "#src/core/conversation/message.ts";
import { openConversation, updateConversation } from "#src/state/conversations.ts";
import { classes } from "#src/ui/classes.ts";
import { ConversationMark, markOf, markTexts } from "./conversation-mark.tsx";
import { ConversationMenu } from "./conversation-menu.tsx";
import { RenameBox } from "./rename-box.tsx";
import { useT } from "#src/ui/i18n.tsx";

export type ConversationRowProps = {
  conversation: Conversation;
  isCurrent: boolean;
  isRunning: boolean;
  onChosen: (() => void) | undefined;
};

/** One conversation: its mark, its title, and what can be done with it. */
export const ConversationRow = memo(function ConversationRow({
  conversation,
  isCurrent,
  isRunning,
  onChosen,
}: ConversationRowProps) {
  const t = useT();
  const markId = useId();
  const link = useRef<HTMLAnchorElement>(null);
  const [isRenaming, setRenaming] = useState(false);
  const { id } = conversation;
  const title = conversation.title || t("conversations.untitled");
  const mark = markOf(conversation, isRunning);

  function endRename(next: string | undefined, hasFocus: boolean) {
    // At once, so that the link is there to take the focus back.
    flushSync(() => setRenaming(false));
    if (next && next !== conversation.title) updateConversation(id, { title: next });
    if (hasFocus) link.current?.focus();
  }

  if (isRenaming)
    return (
      <li className="py-px">
        <RenameBox title={conversation.title} onEnd={endRename} />
      </li>
    );
  return (
    <li
      className={classes(
        "group/row relative flex items-center rounded-control",
        isCurrent ? "bg-accent-soft" : "hover:bg-hover focus-within:bg-hover",
      )}
    >
      <ConversationMark mark={mark} />
      <a
        ref={link}
        href={`#${addressOf(id)}`}
        title={title}
        // The click that follows finds its messages read, or nearly.
        onPointerDown={() => void openConversation(id)}
        onClick={onChosen}
        dir="auto"
        aria-current={isCurrent ? "page" : undefined}
        aria-describedby={mark ? markId : undefined}
        className={classes(
          "min-w-0 flex-1 truncate rounded-control py-1.5 ps-8.5 pe-9 focus-visible:-outline-offset-2 pointer-coarse:py-3 pointer-coarse:pe-12",
          (isCurrent || mark === "unread") && "font-medium",
        )}
      >
        {title}
      </a>
      {mark ? (
        <span id={markId} className="sr-only">
          {t(markTexts[mark])}
        </span>
      ) : null}
      <ConversationMenu
        conversation={conversation}
        isCurrent={isCurrent}
        onRename={() => setRenaming(true)}
      />
    </li>
  );
});
