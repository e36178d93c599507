import { navigate } from "wouter/use-hash-location";
import type { ConversationId } from "#src/core/conversation/message.ts";
import { deleteConversation } from "#src/state/conversations.ts";
import { useRuns } from "#src/state/run-view.ts";
import { stopRun } from "#src/state/runs.ts";

/** Deletes a conversation once its run has ended, and leaves its page; the returned function puts it back. */
export async function removeConversation(id: ConversationId, isCurrent: boolean): Promise<() => void> {
  stopRun(id);
  // What a run writes at its end would outlive the conversation.
  await runEnded(id);
  // Before it goes, so that the page never shows a conversation that is gone.
  if (isCurrent) navigate("/");
  return deleteConversation(id);
}

function runEnded(id: ConversationId): Promise<void> {
  if (!useRuns.getState().runs.has(id)) return Promise.resolve();
  return new Promise((resolve) => {
    const unsubscribe = useRuns.subscribe(({ runs }) => {
      if (runs.has(id)) return;
      unsubscribe();
      resolve();
    });
  });
}
