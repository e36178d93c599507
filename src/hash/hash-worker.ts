import { createHasher } from "./create-hasher.ts";
import { piecesOf } from "./pieces.ts";
import type { HashMessage, HashRequest } from "./protocol.ts";

function post(message: HashMessage): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's page has none to name
  self.postMessage(message);
}

async function hash(file: Blob): Promise<void> {
  const hasher = await createHasher();
  let bytes = 0;
  for await (const piece of piecesOf(file)) {
    hasher.update(piece);
    bytes += piece.length;
    post({ type: "progress", bytes });
  }
  post({ type: "done", digest: hasher.digest() });
}

self.addEventListener("message", ({ data }: MessageEvent<HashRequest>) => {
  hash(data.file).catch((error: unknown) => {
    // Reading alone throws these (File API, "Errors and Exceptions").
    const isUnreadable = error instanceof DOMException;
    post(isUnreadable ? { type: "unreadable" } : { type: "failed", message: String(error) });
  });
});
