import { EyeOff } from "lucide-react";
import { type CSSProperties, memo, useRef } from "react";
import type { ConversationId, Message } from "#src/core/conversation/message.ts";
import { isReply } from "#src/core/conversation/message.ts";
import { classes } from "#src/ui/classes.ts";
import { type MessageKey, useT } from "#src/ui/i18n.tsx";
import { estimateHeight } from "./far-messages.ts";
import { QuestionView } from "./question-view.tsx";
import { ReplyView } from "./reply-view.tsx";
import { useNear } from "./use-near.ts";

export type MessageViewProps = {
  conversationId: ConversationId;
  message: Message;
  /** Ids of all versions of this message, in order, separated by spaces. */
  siblings: string;
  unseen: "told" | "estimated" | undefined;
  /** Not drawn until someone comes near: a long conversation opens at its end. */
  startsFar: boolean;
  onPull: (model: string) => void;
  onForked: (id: ConversationId) => void;
};

const names = {
  user: "chat.you",
  assistant: "chat.assistant",
  system: "chat.system",
  tool: "chat.tool",
} as const satisfies Record<Message["role"], MessageKey>;

/** One article. Drawn again only when its own message changed: a growing reply redraws nothing else. */
export const MessageView = memo(function MessageView(props: MessageViewProps) {
  const t = useT();
  const { message, unseen, startsFar } = props;
  const article = useRef<HTMLElement>(null);
  const isNear = useNear(article, startsFar);
  const label = t(names[message.role]);
  const mark = unseen ? <UnseenMark isEstimate={unseen === "estimated"} /> : null;
  const frame = { ref: article, "aria-label": label, style: intrinsicSize(message) };
  if (!isNear) {
    return (
      <article
        {...frame}
        className="message"
        {...(isReply(message) ? { "data-status": message.status } : {})}
      >
        <FarText text={message.content} />
      </article>
    );
  }
  return isReply(message) ? (
    <ReplyView {...props} message={message} frame={frame} mark={mark} />
  ) : (
    <article
      {...frame}
      className={classes("message group/message", unseen && "[&_[data-part=body]]:text-muted")}
    >
      {mark}
      <QuestionView {...props} message={message} />
    </article>
  );
});

/** For as long as it is off the screen, a message counts as this high. */
function intrinsicSize(message: Message): CSSProperties {
  return { containIntrinsicBlockSize: `auto ${estimateHeight(message)}px` };
}

/** The words of a message whose looks nobody can see yet. */
function FarText({ text }: { text: string }) {
  return (
    <div data-part="body" dir="auto" className="text-reading whitespace-pre-wrap wrap-anywhere">
      {text}
    </div>
  );
}

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
