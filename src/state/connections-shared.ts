import { openCheckChannel } from "#src/storage/server-history-channel.ts";
import { monitorOf } from "./connections.ts";
import { onCheck } from "./connections-checks.ts";
import { secretsOf } from "./servers.ts";

/** A tab with a key of its own sees a server as no other does. */
const canShare = (url: string): boolean => secretsOf(url).isKept;

/**
 * Tells the other tabs of this one's checks, and hears of theirs: who asked last goes on asking, each of the others waits a little
 * longer than a minute to see whether it does. Nobody has to be elected, and a tab that is hidden or gone is missed by nobody.
 */
export function shareChecks(lagMs = 2000 + Math.random() * 6000): () => void {
  const tell = openCheckChannel(({ server, isConnected, version, latencyMs }) => {
    if (canShare(server)) monitorOf(server)?.hear({ isConnected, version, latencyMs }, lagMs);
  });
  return onCheck((server, { status, version = "", latencyMs, isHeard }) => {
    if (isHeard || !canShare(server)) return;
    tell({ server, isConnected: status === "connected", version, latencyMs });
  });
}
