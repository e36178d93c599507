import { isEnded } from "#src/state/completion-view.ts";
import { useCompletions } from "#src/state/completions.ts";
import { isMaking } from "#src/state/creates-view.ts";
import { useCreates } from "#src/state/creates.ts";
import { useEmbeddings } from "#src/state/embeddings.ts";
import { useHealth } from "#src/state/health.ts";
import { isUnderWay } from "#src/state/pull-view.ts";
import { usePulls } from "#src/state/pulls.ts";
import { isPushing, usePushes } from "#src/state/pushes-store.ts";
import { useRuns } from "#src/state/run-view.ts";
import { isUploading } from "#src/state/upload-view.ts";
import { useUploads } from "#src/state/uploads.ts";

type Work = {
  readonly replies: number;
  readonly pulls: number;
  readonly uploads: number;
  readonly others: number;
};

/** How much of each kind this tab is doing that a reload would cut short. Drafts are kept at every key and are none of it. */
export function useWorkUnderWay(): Work {
  const replies = useRuns(({ runs }) => runs.size);
  const pulls = usePulls((state) => count(state.pulls, isUnderWay));
  const pushes = usePushes((state) => count(state.pushes, isPushing));
  const files = useUploads((state) => count(state.uploads, isUploading));
  const creates = useCreates((state) => count(state.creates, isMaking));
  const completions = useCompletions(({ shown }) => (shown && !isEnded(shown) ? 1 : 0));
  const embeddings = useEmbeddings(({ view }) => (view.status === "running" ? 1 : 0));
  const tests = useHealth(({ run, waiting }) => (run ? 1 : 0) + waiting.length);
  return { replies, pulls, uploads: pushes + files, others: creates + completions + embeddings + tests };
}

function count<View>(views: ReadonlyMap<string, View>, isBusy: (view: View) => boolean): number {
  return [...views.values()].filter(isBusy).length;
}
