import { MemoryChangeView } from "#src/features/models/running/memory-change.tsx";
import { useMemoryChange } from "#src/features/models/running/use-memory-change.ts";

/** A load of this model that is under way, or why it failed. */
export function LoadStatus({ name, isLoaded }: { name: string; isLoaded: boolean }) {
  const change = useMemoryChange(name);
  if (!change) return null;
  return (
    <div className="mt-3 max-w-(--measure) empty:hidden">
      <MemoryChangeView change={change} isThere={isLoaded} />
    </div>
  );
}
