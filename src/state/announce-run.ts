import { finishedSentences, spoken } from "#src/core/markdown/sentences.ts";
import { oddEnding, type Reply } from "#src/core/conversation/message.ts";
import { announce } from "./announcements.ts";
import { isOnScreen } from "./on-screen.ts";
import type { RunView } from "./run-view.ts";

/** Sentences are gathered for so long, in milliseconds, so that a fast reply is not read out in shreds. */
const pause = 1500;

/** Reads out a run of the conversation on screen: whole sentences while it grows, and the rest at its end. */
export function createReader(kept: string) {
  // A word that was cut is read out whole.
  let said = finishedSentences(`${kept}\n`, 0).end;
  let lastAt = 0;
  return {
    follow({ conversationId, reply }: RunView): void {
      const now = Date.now();
      if (now - lastAt < pause || !isOnScreen(conversationId)) return;
      const { text, end } = finishedSentences(reply.content, said);
      if (!text) return;
      said = end;
      lastAt = now;
      announce(text);
    },
    finish(conversationId: RunView["conversationId"], reply: Reply): void {
      if (!isOnScreen(conversationId)) return;
      const rest = spoken(reply.content.slice(said));
      if (rest) announce(rest);
      const ending = oddEnding(reply);
      if (ending) announce({ said: ending === "length" ? "chat.endedLength" : "chat.emptyReply" });
    },
  };
}
