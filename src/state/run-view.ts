import { create, createStore, type StoreApi } from "zustand";
import type { ConversationId, MessageId, Reply } from "#src/core/conversation/message.ts";

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

/** One run. Its view changes up to sixty times a second, so it has a store of its own: only who watches it is woken. */
export type Run = {
  readonly replyId: MessageId;
  readonly view: StoreApi<RunView>;
};

/** The runs of this tab by their conversation; it changes when one begins or ends. */
export const useRuns = create<{ readonly runs: ReadonlyMap<ConversationId, Run> }>(() => ({
  runs: new Map(),
}));

/** What a conversation's run looks like now. */
export function runView(id: ConversationId): RunView | undefined {
  return useRuns.getState().runs.get(id)?.view.getState();
}

export function showRun(view: RunView): void {
  const { conversationId, reply } = view;
  const run = useRuns.getState().runs.get(conversationId);
  if (run) {
    run.view.setState(view, true);
    return;
  }
  const begun: Run = { replyId: reply.id, view: createStore(() => view) };
  useRuns.setState(({ runs }) => ({ runs: new Map(runs).set(conversationId, begun) }));
}

export function hideRun(id: ConversationId): void {
  useRuns.setState(({ runs }) => {
    const next = new Map(runs);
    next.delete(id);
    return { runs: next };
  });
}

const drawings = new WeakMap<Run, Promise<void>>();

/** Much text is drawn in tasks of its own, after it was shown; its run does not end before. */
export function noteDrawing(run: Run, drawing: Promise<void>): void {
  drawings.set(run, drawing);
}

/** Resolves when all text of a run that was shown is drawn. */
export async function whenDrawn(id: ConversationId): Promise<void> {
  const run = useRuns.getState().runs.get(id);
  // What cannot be drawn says so where it stands.
  if (run) await drawings.get(run)?.catch(() => undefined);
}
