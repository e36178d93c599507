import { useCallback, useMemo, useSyncExternalStore } from "react";
import { type ConversationId, isOpen, isReply, type Message } from "#src/core/conversation/message.ts";
import { pathTo } from "#src/core/conversation/tree.ts";
import { type Artefact, artefactsIn, type PreviewKind } from "#src/core/markdown/previews.ts";
import { useConversations } from "#src/state/conversations.ts";
import { runView, useRuns } from "#src/state/run-view.ts";

/** Finished messages never change, so each is read once. */
const known = new WeakMap<Message, readonly Artefact[]>();

function artefactsOf(message: Message): readonly Artefact[] {
  const before = known.get(message);
  if (before) return before;
  const found = artefactsIn(message.content, isReply(message) && isOpen(message));
  known.set(message, found);
  return found;
}

function countOf(text: string, mark: string): number {
  let count = 0;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 3)) count += 1;
  return count;
}

/** The lines that open or close code: what is complete changes only with them. */
const countFences = (text: string): number => countOf(text, "```") + countOf(text, "~~~");

/** How many lines open or close code in what is being written now. */
function useFences(id: ConversationId): number {
  const run = useRuns((state) => state.runs.get(id));
  const subscribe = useCallback((changed: () => void) => run?.view.subscribe(changed) ?? (() => {}), [run]);
  return useSyncExternalStore(subscribe, () => countFences(run?.view.getState().reply.content ?? ""));
}

/** Everything of one kind that the shown branch of a conversation holds, in its order, as versions of one thing. */
export function useVersions(id: ConversationId, kind: PreviewKind): readonly Artefact[] {
  const tree = useConversations((state) => state.trees.get(id));
  const leaf = useConversations((state) => state.list.get(id)?.activeLeafId ?? null);
  const fences = useFences(id);
  return useMemo(() => {
    const run = fences === 0 ? undefined : runView(id);
    const path = tree ? pathTo(tree, leaf) : [];
    return path
      .filter(isReply)
      .flatMap((reply) =>
        reply.id === run?.reply.id ? artefactsIn(run.reply.content, isOpen(run.reply)) : artefactsOf(reply),
      )
      .filter((artefact) => artefact.kind === kind);
  }, [tree, leaf, fences, id, kind]);
}
