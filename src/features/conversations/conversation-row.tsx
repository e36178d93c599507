import { Ellipsis } from "lucide-react";
import { memo, useState } from "react";
import type { Conversation } from "#src/core/conversation/message.ts";
import { useRuns } from "#src/state/run-view.ts";
import { IconButton } from "#src/ui/button.tsx";
import { classes } from "#src/ui/classes.ts";
import { type MessageKey, useT } from "#src/ui/i18n.tsx";
import { ConversationMenu } from "./conversation-menu.tsx";
import { TitleBox } from "./title-box.tsx";

export type ConversationRowProps = {
  conversation: Conversation;
  isCurrent: boolean;
  onChosen: (() => void) | undefined;
};

/** One conversation. Its menu is only there once it was asked for: a thousand of them would cost more than the list. */
export const ConversationRow = memo(function ConversationRow({
  conversation,
  isCurrent,
  onChosen,
}: ConversationRowProps) {
  const t = useT();
  const [isRenaming, setRenaming] = useState(false);
  const [hasMenu, setHasMenu] = useState(false);
  const title = conversation.title || t("conversations.untitled");
  const options = (
    <IconButton
      label={t("conversations.options", { title })}
      aria-haspopup="menu"
      className="absolute end-0.5 top-0.5 opacity-0 group-focus-within/row:opacity-100 group-hover/row:opacity-100 aria-expanded:opacity-100 pointer-coarse:opacity-100"
      onClick={() => setHasMenu(true)}
    >
      <Ellipsis aria-hidden />
    </IconButton>
  );
  return (
    <li className="group/row relative [contain-intrinsic-size:auto_36px] [content-visibility:auto]">
      {isRenaming ? (
        <TitleBox conversation={conversation} onClose={() => setRenaming(false)} />
      ) : (
        <>
          <a
            href={`#/c/${conversation.id}`}
            aria-current={isCurrent ? "page" : undefined}
            dir="auto"
            onClick={onChosen}
            className={classes(
              "block truncate rounded-control py-2 ps-2.5 pe-9 hover:bg-hover pointer-coarse:py-3",
              isCurrent && "bg-hover font-medium",
            )}
          >
            {title}
          </a>
          <Mark conversation={conversation} />
          {hasMenu ? (
            <ConversationMenu
              conversation={conversation}
              isCurrent={isCurrent}
              trigger={options}
              onRename={() => setRenaming(true)}
            />
          ) : (
            options
          )}
        </>
      )}
    </li>
  );
});

const marks = {
  running: { text: "conversations.running", look: "border-2 border-accent" },
  unread: { text: "conversations.unread", look: "bg-accent" },
  failed: { text: "conversations.failed", look: "rotate-45 rounded-none! bg-bad" },
} as const satisfies Record<string, { text: MessageKey; look: string }>;

/** What happens, or happened, in a conversation while the user looks elsewhere. */
function Mark({ conversation }: { conversation: Conversation }) {
  const t = useT();
  const isRunning = useRuns((state) => state.runs.has(conversation.id));
  const state = isRunning ? "running" : conversation.attention;
  if (!state) return null;
  const { text, look } = marks[state];
  return (
    <span className="pointer-events-none absolute inset-y-0 end-3 flex items-center group-focus-within/row:opacity-0 group-hover/row:opacity-0">
      <span aria-hidden className={classes("size-2 rounded-full", look)} />
      <span className="sr-only">{t(text)}</span>
    </span>
  );
}
