import { ServerSwitch } from "#src/features/models/server-switch.tsx";
import { useModels } from "#src/features/models/use-models.ts";
import { useConnection } from "#src/state/connection.ts";
import { useServer } from "#src/state/server.ts";
import { ModelsFrame } from "#src/ui/models-frame.tsx";
import { Library } from "./library.tsx";
import { LibraryEmpty, LibraryFailed, LibraryOutline } from "./library-states.tsx";

export function LibraryPage() {
  const view = useModels();
  const server = useServer((state) => state.url);
  // A list that has just come is not asked for again, so the connection may know better.
  const isAway = useConnection(({ status }) => status !== "connected" && status !== "checking");
  const isStale = view.isStale || isAway;
  const isEmpty = view.models?.length === 0;
  return (
    <ModelsFrame current="library">
      <ServerSwitch />
      {view.models && !isEmpty ? (
        <Library key={server} models={view.models} updatedAt={view.updatedAt} isStale={isStale} />
      ) : isEmpty && !isStale ? (
        <LibraryEmpty />
      ) : isEmpty || view.isFailed ? (
        <LibraryFailed onRetry={view.refetch} />
      ) : (
        <LibraryOutline />
      )}
    </ModelsFrame>
  );
}
