import type { Reply } from "#src/core/conversation/message.ts";
import type { Exchange } from "./exchange.ts";

/**
 * The exchange that a reply came of: the first chat with its server after it was begun, if that asked its question. `since` is when
 * recording began, in milliseconds since 1970 UTC: of a reply that was begun before that there is none.
 */
export function exchangeOfReply(
  exchanges: readonly Exchange[],
  { createdAt, server }: Pick<Reply, "createdAt" | "server">,
  question: string,
  since: number,
): Exchange | undefined {
  if (createdAt < since) return undefined;
  const words = JSON.stringify(question).slice(1, -1);
  return exchanges.find(
    (exchange) =>
      exchange.kind === "chat" &&
      exchange.server === server &&
      exchange.sentAt >= createdAt &&
      exchange.sent.body.text.includes(words),
  );
}
