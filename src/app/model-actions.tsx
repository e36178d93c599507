import { useRefusals } from "#src/state/model-removal-refusals.ts";
import { useModelAction } from "#src/state/model-actions.ts";
import { usePulls } from "#src/state/pulls.ts";
import { usePushes } from "#src/state/pushes-store.ts";
import { ActionDialog, PullStatus, PushStatus, RefusedRemovals } from "./pages.ts";

/** The dialog of an action on models, while there is one. */
export function ModelActionDialog() {
  return useModelAction((state) => state.action !== undefined) ? <ActionDialog /> : null;
}

/** What the server did not delete. */
export function ModelRefusals() {
  return useRefusals((state) => state.refusals.length > 0) ? <RefusedRemovals /> : null;
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
