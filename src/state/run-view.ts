import { create } from "zustand";
import type { ConversationId, Reply } from "#src/core/conversation/message.ts";

/** What is known of a run before and while its reply grows. */
export type RunPhase = "contacting" | "queued" | "loading" | "behind" | "reading" | "thinking" | "writing";

/** A run as it is shown. Times are milliseconds since 1970 UTC. */
export type RunView = {
  readonly conversationId: ConversationId;
  readonly reply: Reply;
  readonly phase: RunPhase;
  readonly phaseSince: number;
  readonly startedAt: number;
  /** When the server last sent a byte. */
  readonly lastByteAt: number;
  /** When the first character of the text came. */
  readonly writingSince?: number;
  /** Pieces of text that came: about as many as tokens. */
  readonly pieces: number;
  /** Place in the queue for a connection, from 1. */
  readonly position?: number;
};

/** Present while a conversation has a run. */
export const useRuns = create<{ readonly runs: ReadonlyMap<ConversationId, RunView> }>(() => ({
  runs: new Map(),
}));

export function showRun(view: RunView): void {
  useRuns.setState(({ runs }) => ({ runs: new Map(runs).set(view.conversationId, view) }));
}

export function hideRun(id: ConversationId): void {
  useRuns.setState(({ runs }) => {
    const next = new Map(runs);
    next.delete(id);
    return { runs: next };
  });
}
