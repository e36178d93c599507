import { EyeOff } from "lucide-react";
import { memo } from "react";
import type { ConversationId, Message } from "#src/core/conversation/message.ts";
import { isReply } from "#src/core/conversation/message.ts";
import { classes } from "#src/ui/classes.ts";
import { type MessageKey, useT } from "#src/ui/i18n.tsx";
import { QuestionView } from "./question-view.tsx";
import { ReplyView } from "./reply-view.tsx";

export type MessageViewProps = {
  conversationId: ConversationId;
  message: Message;
  /** Ids of all versions of this message, in order, separated by spaces. */
  siblings: string;
  unseen: "told" | "estimated" | undefined;
  onPull: (model: string) => void;
  onForked: (id: ConversationId) => void;
};

/** What the article of a message is called. */
export const messageNames = {
  user: "chat.you",
  assistant: "chat.assistant",
  system: "chat.system",
  tool: "chat.tool",
} as const satisfies Record<Message["role"], MessageKey>;

/** One article. Drawn again only when its own message changed: a growing reply redraws nothing else. */
export const MessageView = memo(function MessageView(props: MessageViewProps) {
  const t = useT();
  const { message, unseen } = props;
  const label = t(messageNames[message.role]);
  const mark = unseen ? <UnseenMark isEstimate={unseen === "estimated"} /> : null;
  return isReply(message) ? (
    <ReplyView {...props} message={message} label={label} mark={mark} />
  ) : (
    <article
      aria-label={label}
      className={classes("group/message", unseen && "[&_[data-part=body]]:text-muted")}
    >
      {mark}
      <QuestionView {...props} message={message} />
    </article>
  );
});

function UnseenMark({ isEstimate }: { isEstimate: boolean }) {
  const t = useT();
  return (
    <p
      className="facts flex items-center gap-1.5 py-1"
      title={t(isEstimate ? "chat.unseenEstimate" : "chat.unseen")}
    >
      <EyeOff aria-hidden className="size-3.5 text-warn" />
      {t(isEstimate ? "chat.unseenEstimateShort" : "chat.unseenShort")}
    </p>
  );
}
