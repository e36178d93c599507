import { type ModelAction, useModelAction } from "#src/state/model-actions.ts";
import { DeleteDialog } from "./delete-dialog.tsx";
import { NameDialog } from "./name-dialog.tsx";
import { PushDialog } from "./push-dialog.tsx";
import { PushingDialog } from "./pushing-dialog.tsx";
import { useFocusReturn } from "./use-focus-return.ts";

/** The dialog of the action that was chosen, wherever that was. */
export function ActionDialog() {
  const action = useModelAction((state) => state.action);
  useFocusReturn(action && nameIn(action));
  if (!action) return null;
  switch (action.kind) {
    case "copy":
    case "rename":
      return <NameDialog kind={action.kind} model={action.model} />;
    case "delete":
      return <DeleteDialog models={action.models} />;
    case "push":
      return <PushDialog model={action.model} />;
    case "pushing":
      return <PushingDialog pushKey={action.key} />;
  }
}

function nameIn(action: ModelAction): string | undefined {
  if (action.kind === "pushing") return undefined;
  return action.kind === "delete" ? action.models[0]?.name : action.model.name;
}
