import type { OllamaError } from "#src/core/errors.ts";
import { isOpen, type Reply } from "#src/core/conversation/message.ts";
import type { ReplyEvent, TextEvent } from "./reply-event.ts";

/**
 * A reply after one more event: the same object where nothing changed. `streaming` from the first character of reasoning or
 * text, `done` from a `finish_reason` or `[DONE]`; a reply that was stopped, interrupted or failed takes no more events.
 */
export function reduceReply(reply: Reply, event: ReplyEvent): Reply {
  if (!isOpen(reply) && reply.status !== "done") return reply;
  switch (event.type) {
    case "opened":
      return reply;
    case "reasoning":
      return event.text === ""
        ? reply
        : { ...reply, status: begun(reply), reasoning: (reply.reasoning ?? "") + event.text };
    case "text":
      return event.text === ""
        ? reply
        : { ...reply, status: begun(reply), content: reply.content + event.text };
    case "finish":
      return reply.status === "done" && reply.finishReason === event.reason
        ? reply
        : { ...reply, status: "done", finishReason: event.reason };
    case "usage":
      return reply.usage?.promptTokens === event.usage.promptTokens &&
        reply.usage.completionTokens === event.usage.completionTokens
        ? reply
        : { ...reply, usage: event.usage };
    case "end":
      return reply.status === "done" ? reply : { ...reply, status: "done" };
  }
}

/** Adds an event to those before it: text after text of its kind makes one event with it, and so one change of the reply. */
export function addEvent(events: ReplyEvent[], event: ReplyEvent): void {
  const last = events.at(-1);
  if (isText(event) && last?.type === event.type) {
    events[events.length - 1] = {
      type: event.type,
      text: last.text + event.text,
      pieces: last.pieces + event.pieces,
    };
  } else events.push(event);
}

/** Whether it is a token, of the text or of the reasoning before it. */
export function isText(event: ReplyEvent): event is TextEvent {
  return event.type === "text" || event.type === "reasoning";
}

/** How the writing of a reply ended: its bytes were read to the end, the user stopped it, or an error came. */
export type ReplyEnd =
  | { readonly type: "closed" }
  | { readonly type: "stopped" }
  | { readonly type: "error"; readonly error: OllamaError };

/**
 * A reply whose writer is gone. One that had its terminator stays `done`; without it the end of the bytes is `interrupted`,
 * never a short success; an error is `failed`, but a cut is `interrupted`. Text is kept in all cases.
 */
export function endReply(reply: Reply, end: ReplyEnd): Reply {
  if (!isOpen(reply)) return reply;
  switch (end.type) {
    case "stopped":
      return { ...reply, status: "stopped" };
    case "closed":
      return { ...reply, status: "interrupted", error: { kind: "cut", how: "ended" } };
    case "error":
      return { ...reply, status: end.error.kind === "cut" ? "interrupted" : "failed", error: end.error };
  }
}

/** Nothing, spaces, and the characters that markdown may take for its marks. */
const unread = /^[ \t\n>*_~`#|+-]*$/;

/**
 * Whether there is more to read than `before`. Spaces and characters that may be marks at the end of the text are not: most
 * show only with what follows, as those of a list's next item, of a table's next cell, or those that close what was opened.
 */
export function hasMoreToRead(reply: Reply, before: Reply): boolean {
  return (
    reply.reasoning !== before.reasoning ||
    !reply.content.startsWith(before.content) ||
    !unread.test(reply.content.slice(before.content.length))
  );
}

function begun(reply: Reply): Reply["status"] {
  return reply.status === "waiting" ? "streaming" : reply.status;
}
