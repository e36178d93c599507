import { useModelAction } from "#src/state/model-actions.ts";
import { DeleteDialog } from "./delete-dialog.tsx";
import { NameDialog } from "./name-dialog.tsx";
import { PushDialog } from "./push-dialog.tsx";
import { PushingDialog } from "./pushing-dialog.tsx";

/** The dialog of the action that was chosen, wherever that was. */
export function ActionDialog() {
  const action = useModelAction((state) => state.action);
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
