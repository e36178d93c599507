import { ServerSwitch } from "#src/features/models/server-switch.tsx";
import { useModels } from "#src/features/models/use-models.ts";
import { useConnection } from "#src/state/connection.ts";
import { ModelsFrame } from "#src/ui/models-frame.tsx";
import { Library } from "./library.tsx";
import { LibraryEmpty, LibraryFailed, LibraryOutline } from "./library-states.tsx";

export function LibraryPage() {
  const view = useModels();
  // A list that has just come is not asked for again, so the connection may know better.
  const isAway = useConnection(({ status }) => status !== "connected" && status !== "checking");
  return (
    <ModelsFrame current="library">
      <ServerSwitch />
      {view.models ? (
        view.models.length > 0 ? (
          <Library models={view.models} updatedAt={view.updatedAt} isStale={view.isStale || isAway} />
        ) : (
          <LibraryEmpty />
        )
      ) : view.isFailed ? (
        <LibraryFailed onRetry={view.refetch} />
      ) : (
        <LibraryOutline />
      )}
    </ModelsFrame>
  );
}
