import { type MemoryChange, memoryKey, useMemoryChanges } from "#src/state/memory-changes.ts";
import { useServer } from "#src/state/server.ts";

/** What was asked of a model on the server in use, and is not over or failed. */
export function useMemoryChange(name: string): MemoryChange | undefined {
  const server = useServer((state) => state.url);
  return useMemoryChanges((state) => state.changes.get(memoryKey(server, name)));
}
