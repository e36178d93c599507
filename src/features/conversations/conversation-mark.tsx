import { TriangleAlert } from "lucide-react";
import type { Conversation } from "#src/core/conversation/message.ts";
import { type MessageKey, useT } from "#src/ui/i18n.tsx";

export type Mark = "running" | "unread" | "failed";

export const markTexts: Record<Mark, MessageKey> = {
  running: "conversations.mark.running",
  unread: "conversations.mark.unread",
  failed: "conversations.mark.failed",
};

/** What is worth knowing of a conversation that is not on screen. */
export function markOf(conversation: Conversation, isRunning: boolean): Mark | undefined {
  return isRunning ? "running" : conversation.attention;
}

/** A ring for a reply that is being made, a dot for one that is to be read, a triangle for one that failed. */
export function ConversationMark({ mark }: { mark: Mark | undefined }) {
  const t = useT();
  if (!mark) return null;
  return (
    <span
      aria-hidden
      title={t(markTexts[mark])}
      className="absolute inset-y-0 start-2.5 flex w-4 items-center justify-center"
    >
      {mark === "failed" ? (
        <TriangleAlert className="size-3.5 text-bad" />
      ) : (
        <span
          className={`size-2 rounded-full border-2 border-accent ${mark === "unread" ? "bg-accent" : ""}`}
        />
      )}
    </span>
  );
}
