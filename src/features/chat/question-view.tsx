import { useState } from "react";
import type { ConversationId, Prompt } from "#src/core/conversation/message.ts";
import { readDraft } from "#src/state/drafts.ts";
import { classes } from "#src/ui/classes.ts";
import { useT } from "#src/ui/i18n.tsx";
import { EditBox } from "./edit-box.tsx";
import { MessageActions } from "./message-actions.tsx";

/** Longer questions are folded at this many lines. */
const foldedLines = 12;

export type QuestionViewProps = {
  conversationId: ConversationId;
  message: Prompt;
  siblings: string;
  onForked: (id: ConversationId) => void;
};

export function QuestionView({ conversationId, message, siblings, onForked }: QuestionViewProps) {
  const t = useT();
  const [isEditing, setIsEditing] = useState(() => readDraft(`edit.${message.id}`) !== "");
  const [isOpen, setIsOpen] = useState(false);
  const lines = message.content.split("\n").length;
  const isLong = lines > foldedLines || message.content.length > foldedLines * 90;
  if (isEditing) {
    return <EditBox conversationId={conversationId} message={message} onClose={() => setIsEditing(false)} />;
  }
  return (
    <>
      <div className="rounded-panel bg-surface px-4 py-3">
        <div
          data-part="body"
          dir="auto"
          className={classes(
            "text-reading whitespace-pre-wrap wrap-anywhere",
            isLong && !isOpen && "line-clamp-12",
          )}
        >
          {message.content}
        </div>
        {isLong ? (
          <button
            type="button"
            aria-expanded={isOpen}
            className="facts mt-1 rounded-control font-medium text-accent hover:underline"
            onClick={() => setIsOpen(!isOpen)}
          >
            {isOpen ? t("chat.showLess") : t("chat.showAll", { lines })}
          </button>
        ) : null}
      </div>
      <MessageActions
        conversationId={conversationId}
        message={message}
        siblings={siblings}
        onForked={onForked}
        onEdit={() => setIsEditing(true)}
      />
    </>
  );
}
