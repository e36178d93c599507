import type { Exchange } from "./exchange.ts";

/** Why a request cannot be sent again, or written down, as it was. */
export type Obstacle = "file" | "cut" | "gone" | "masked";

/**
 * What of a request was not kept. `masked` (a secret in its address or body) stands in the way of sending it again, not of writing
 * it down; secrets in headers are the server's, and added anew.
 */
export function obstacleOf({ sent, isPathMasked, server }: Exchange): Obstacle | undefined {
  if (sent.body.isFile) return "file";
  if (sent.body.isGone) return "gone";
  if (sent.body.isCut) return "cut";
  if (sent.body.isMasked || isPathMasked || server.includes("***@")) return "masked";
  return undefined;
}
