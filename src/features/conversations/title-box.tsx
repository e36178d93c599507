import { useRef, useState } from "react";
import type { Conversation } from "#src/core/conversation/message.ts";
import { updateConversation } from "#src/state/conversations.ts";
import { useT } from "#src/ui/i18n.tsx";

/** Renames in place: Enter and leaving keep the title, Escape does not. */
export function TitleBox({ conversation, onClose }: { conversation: Conversation; onClose: () => void }) {
  const t = useT();
  const [title, setTitle] = useState(conversation.title);
  const isGivenUp = useRef(false);

  function close() {
    const next = title.trim();
    if (!isGivenUp.current && next && next !== conversation.title)
      updateConversation(conversation.id, { title: next });
    onClose();
  }

  return (
    <input
      aria-label={t("conversations.title")}
      dir="auto"
      // The user has just asked to rename.
      // oxlint-disable-next-line jsx-a11y/no-autofocus
      autoFocus
      className="min-h-9 w-full rounded-control border border-accent bg-page px-2"
      value={title}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setTitle(event.target.value)}
      onBlur={close}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === "Escape") isGivenUp.current = true;
        if (event.key === "Enter" || event.key === "Escape") event.currentTarget.blur();
      }}
    />
  );
}
