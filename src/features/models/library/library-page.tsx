import { useModels } from "#src/features/models/use-models.ts";
import { ModelsFrame } from "#src/ui/models-frame.tsx";
import { Library } from "./library.tsx";
import { LibraryEmpty, LibraryFailed, LibraryOutline } from "./library-states.tsx";

export function LibraryPage() {
  const view = useModels();
  return (
    <ModelsFrame current="library">
      {view.models ? (
        view.models.length > 0 ? (
          <Library models={view.models} updatedAt={view.updatedAt} isStale={view.isStale} />
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
