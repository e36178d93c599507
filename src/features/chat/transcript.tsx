import { ArrowDown } from "lucide-react";
import { useEffect, useRef } from "react";
import {
  type ConversationId,
  isReply,
  type Message,
  type MessageId,
} from "#src/core/conversation/message.ts";
import { type MessageTree, siblingsOf } from "#src/core/conversation/tree.ts";
import { IconButton } from "#src/ui/button.tsx";
import { useT } from "#src/ui/i18n.tsx";
import { MessageView } from "./message-view.tsx";
import { useStickToEnd } from "./use-stick-to-end.ts";

export type TranscriptProps = {
  id: ConversationId;
  tree: MessageTree;
  /** The shown branch, root first. */
  path: readonly Message[];
  onPull: (model: string) => void;
  onForked: (id: ConversationId) => void;
};

export function Transcript({ id, tree, path, onPull, onForked }: TranscriptProps) {
  const t = useT();
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const { isAtEnd, goToEnd } = useStickToEnd(scroller, content);
  const unseen = unseenOf(path);
  const leaf = path.at(-1)?.id;
  useEffect(() => {
    if (leaf) goToEnd();
  }, [leaf, goToEnd]);

  return (
    <div className="relative min-h-0 flex-1">
      <h2 className="sr-only">{t("chat.conversation")}</h2>
      <div
        ref={scroller}
        role="log"
        aria-label={t("chat.conversation")}
        aria-live="off"
        // A scroller has to be reachable by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        className="h-full overflow-x-hidden overflow-y-auto overscroll-contain px-4 [overflow-anchor:none] [scrollbar-gutter:stable_both-edges]"
      >
        <div ref={content} className="mx-auto flex max-w-(--measure) flex-col gap-2 pt-6 pb-4">
          {path.map((message) => (
            <MessageView
              key={message.id}
              conversationId={id}
              message={message}
              siblings={siblingIds(tree, message)}
              unseen={unseen.get(message.id)}
              onPull={onPull}
              onForked={onForked}
            />
          ))}
        </div>
      </div>
      {isAtEnd ? null : (
        <IconButton
          label={t("reading.toEnd")}
          onClick={goToEnd}
          className="absolute bottom-3 start-1/2 -translate-x-1/2 rounded-full border border-line bg-raised shadow-raised rtl:translate-x-1/2"
        >
          <ArrowDown aria-hidden />
        </IconButton>
      )}
    </div>
  );
}

/** The ids as one string, so that a message whose versions did not change is not drawn again. */
function siblingIds(tree: MessageTree, message: Message): string {
  return siblingsOf(tree, message)
    .map((sibling) => sibling.id)
    .join(" ");
}

/** What the newest reply that knows says the model did not see. */
function unseenOf(path: readonly Message[]): ReadonlyMap<MessageId, "told" | "estimated"> {
  const reply = path.findLast((message) => isReply(message) && message.context !== undefined);
  const context = reply && isReply(reply) ? reply.context : undefined;
  return new Map(context?.unseen?.map((id) => [id, context.isEstimate ? "estimated" : "told"]));
}
