import { create } from "zustand";
import { loadServerMemory, saveServerMemory, type ServerMemory } from "#src/storage/details-memory.ts";

/** What is known of the servers' memory, by their addresses, once it was asked for. */
export const useServerMemory = create<{ readonly servers: Readonly<Record<string, ServerMemory>> }>(() => ({
  servers: {},
}));

/** What is known of a server's memory, in bytes. */
export function serverMemory(server: string): ServerMemory {
  return useServerMemory.getState().servers[server] ?? loadServerMemory(server);
}

/** Keeps what the user says that a server has for models, in bytes; `undefined` forgets it. */
export function giveServerMemory(server: string, given: number | undefined): void {
  const { seen } = serverMemory(server);
  keep(server, { ...(given !== undefined && { given }), ...(seen !== undefined && { seen }) });
}

/** Notes how much of a server's memory models take now, in bytes: so much has fitted at once. */
export function noteMemoryInUse(server: string, bytes: number): void {
  const { seen = 0, ...memory } = serverMemory(server);
  if (bytes > seen) keep(server, { ...memory, seen: bytes });
}

function keep(server: string, memory: ServerMemory): void {
  saveServerMemory(server, memory);
  useServerMemory.setState(({ servers }) => ({ servers: { ...servers, [server]: memory } }));
}
