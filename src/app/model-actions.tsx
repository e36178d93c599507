import { useRefusals } from "#src/state/model-removal-refusals.ts";
import { useModelAction } from "#src/state/model-actions.ts";
import { usePushes } from "#src/state/pushes-store.ts";
import { ActionDialog, PushStatus, RefusedRemovals } from "./pages.ts";

/** The dialog of an action on models, while there is one. */
export function ModelActionDialog() {
  return useModelAction((state) => state.action !== undefined) ? <ActionDialog /> : null;
}

/** What the server did not delete. */
export function ModelRefusals() {
  return useRefusals((state) => state.refusals.length > 0) ? <RefusedRemovals /> : null;
}

/** The pushes, beside the pulls. */
export function Pushes() {
  return usePushes((state) => state.pushes.size > 0) ? <PushStatus /> : null;
}
