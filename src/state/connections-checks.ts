import { useConnections } from "./connections.ts";
import type { Connection } from "./monitor.ts";

/** Calls back after every check, of this tab or heard of from another, and for those that were before; returns how to stop. */
export function onCheck(listener: (url: string, found: Connection) => void): () => void {
  const told = new Map<string, Connection>();
  function follow(): void {
    for (const [url, connection] of useConnections.getState().connections) {
      if (connection === told.get(url)) continue;
      told.set(url, connection);
      if (connection.checkedAt !== undefined) listener(url, connection);
    }
  }
  follow();
  return useConnections.subscribe(follow);
}
