import { useMemoryChanges } from "#src/state/memory-changes.ts";
import { useRefusals } from "#src/state/model-removal-refusals.ts";
import { useModelAction } from "#src/state/model-actions.ts";
import { usePulls } from "#src/state/pulls.ts";
import { usePushes } from "#src/state/pushes-store.ts";
import { ActionDialog, MemoryFailures, PullStatus, PushStatus, RefusedRemovals } from "./pages.ts";

/** The dialog of an action on models, while there is one. */
export function ModelActionDialog() {
  return useModelAction((state) => state.action !== undefined) ? <ActionDialog /> : null;
}

/** What the server did not delete, load, keep or unload. */
export function ModelRefusals() {
  const hasRefusals = useRefusals((state) => state.refusals.length > 0);
  const hasFailures = useMemoryChanges(({ changes }) =>
    [...changes.values()].some(({ status }) => status === "failed"),
  );
  return (
    <>
      {hasRefusals ? <RefusedRemovals /> : null}
      {hasFailures ? <MemoryFailures /> : null}
    </>
  );
}

/** The pulls and pushes that stand in the shell. */
export function Transfers() {
  const hasPulls = usePulls((state) => state.pulls.size > 0);
  const hasPushes = usePushes((state) => state.pushes.size > 0);
  return (
    <>
      {hasPulls ? <PullStatus /> : null}
      {hasPushes ? <PushStatus /> : null}
    </>
  );
}
