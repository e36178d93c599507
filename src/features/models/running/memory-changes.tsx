import { useMemoryChanges } from "#src/state/running.ts";
import { MemoryChangeView } from "./memory-change.tsx";

/** Loads under way, and what was refused. */
export function MemoryChanges() {
  const changes = useMemoryChanges((state) => state.changes);
  return [...changes].map(([name, change]) => <MemoryChangeView key={name} name={name} change={change} />);
}
