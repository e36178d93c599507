import { byRule } from "#src/core/connection/choose-server.ts";
import { useFleet } from "#src/state/fleet.ts";
import { useServer } from "#src/state/server.ts";
import { useServers } from "#src/state/servers.ts";

/** The server that a conversation's `server` means now, as `askedServer` says. */
export function useAskedServer(choice: string | undefined, model: string): string {
  const inUse = useServer((state) => state.url);
  const first = useFleet(({ order }) => (choice === byRule ? order(model)[0] : choice));
  return useServers(({ servers }) => servers.find(({ url }) => url === first))?.url ?? inUse;
}
