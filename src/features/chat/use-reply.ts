import { useCallback, useSyncExternalStore } from "react";
import type { Reply } from "#src/core/conversation/message.ts";
import type { Run } from "#src/state/run-view.ts";

/** A part of a reply: of its run's version while it has one, else of what is kept. Others' growth wakes nobody. */
export function useReply<Part>(run: Run | undefined, kept: Reply, part: (reply: Reply) => Part): Part {
  const subscribe = useCallback((changed: () => void) => run?.view.subscribe(changed) ?? (() => {}), [run]);
  return useSyncExternalStore(subscribe, () => part(run?.view.getState().reply ?? kept));
}
