import { MemoryChangeView } from "#src/features/models/running/memory-change.tsx";
import { useMemoryChanges } from "#src/state/running.ts";

/** A load of this model that is under way, or why it failed. */
export function LoadStatus({ name }: { name: string }) {
  const change = useMemoryChanges((state) => state.changes.get(name));
  if (!change) return null;
  return (
    <div className="mt-3 max-w-(--measure) empty:hidden">
      <MemoryChangeView name={name} change={change} />
    </div>
  );
}
