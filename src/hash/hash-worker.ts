import type { HashMessage, HashRequest } from "./protocol.ts";
import { createSha256 } from "./sha256.ts";

/** Bytes read at a time: two such pieces are in memory at once. */
const pieceSize = 4 * 1024 * 1024;

function post(message: HashMessage): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's page has none to name
  self.postMessage(message);
}

/** The next piece is read from the disk while one is hashed. */
async function hash(file: Blob): Promise<void> {
  const sha256 = createSha256();
  const read = (from: number) => file.slice(from, from + pieceSize).arrayBuffer();
  let next = read(0);
  for (let done = 0; done < file.size;) {
    const piece = new Uint8Array(await next);
    done += piece.length;
    if (done < file.size) next = read(done);
    sha256.update(piece);
    post({ type: "progress", bytes: done });
  }
  post({ type: "done", digest: sha256.digest() });
}

self.addEventListener("message", ({ data }: MessageEvent<HashRequest>) => {
  hash(data.file).catch((error: unknown) => {
    // Reading alone throws these; their names are the standard's (File API, "Errors and Exceptions").
    const isUnreadable = error instanceof DOMException;
    post(isUnreadable ? { type: "unreadable" } : { type: "failed", message: String(error) });
  });
});
