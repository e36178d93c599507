import type { RunningModel } from "#src/core/models/model.ts";
import { sameModel } from "#src/core/models/name.ts";
import { useMemoryChanges } from "#src/state/memory-changes.ts";
import { useServer } from "#src/state/server.ts";
import { MemoryChangeView } from "./memory-change.tsx";

/** Loads under way on the server in use, and what was refused. */
export function MemoryChanges({ running }: { running: readonly RunningModel[] }) {
  const server = useServer((state) => state.url);
  const changes = useMemoryChanges((state) => state.changes);
  return [...changes].map(([key, change]) =>
    change.server === server ? (
      <MemoryChangeView
        key={key}
        change={change}
        isThere={running.some((model) => sameModel(model.name, change.name))}
      />
    ) : null,
  );
}
