import { createHash } from "node:crypto";
import type { Exchange } from "./exchange.ts";
import { Fault } from "./fault.ts";
import type { ServerState } from "./server-state.ts";

/** HEAD /api/blobs/:digest */
export function hasBlob(exchange: Exchange, state: ServerState, digest: string): void {
  checkDigest(digest);
  if (!state.store.blobs.has(digest)) throw new Fault(404, `blob ${JSON.stringify(digest)} not found`);
  exchange.headOnly(200);
}

/** POST /api/blobs/:digest */
export function putBlob(exchange: Exchange, state: ServerState, digest: string): void {
  checkDigest(digest);
  if (state.store.blobs.has(digest)) {
    exchange.empty(200);
    return;
  }
  const got = `sha256:${createHash("sha256").update(exchange.body).digest("hex")}`;
  // Ollama stores the bytes under their true digest all the same.
  state.store.blobs.set(got, exchange.body);
  if (got !== digest) throw new Fault(400, `digest mismatch, expected "${digest}", got "${got}"`);
  exchange.empty(201);
}

function checkDigest(digest: string): void {
  if (!/^sha256[:-][0-9a-f]{64}$/.test(digest)) throw new Fault(400, "invalid digest format");
}
