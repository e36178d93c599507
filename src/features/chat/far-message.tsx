import type { ReactNode } from "react";
import { isReply, type Message } from "#src/core/conversation/message.ts";

/**
 * The words of a message whose looks nobody can see yet. Not a component: a conversation may open with a thousand of them,
 * and each would cost more than what it draws.
 */
export function farMessage(message: Message, label: string): ReactNode {
  return (
    <article aria-label={label} data-far="" data-status={isReply(message) ? message.status : undefined}>
      <div data-part="body" dir="auto" className="text-reading whitespace-pre-wrap wrap-anywhere">
        {message.content}
      </div>
    </article>
  );
}
