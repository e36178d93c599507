/** Bytes asked for at a time. */
const pieceSize = 4 * 1024 * 1024;

/**
 * A file in pieces of at most 4 MB, while the browser reads on. A piece is valid until the next one is asked for: they share one
 * stretch of memory where the browser can read into it (Safari before 26 cannot). Throws a `DOMException` where the file cannot be
 * read any more.
 */
export async function* piecesOf(file: Blob): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = ownMemoryReader(file);
  if (!reader) {
    yield* slicesOf(file);
    return;
  }
  let memory = new ArrayBuffer(Math.min(pieceSize, file.size));
  for (;;) {
    const { done, value } = await reader.read(new Uint8Array(memory));
    if (done) return;
    yield value;
    memory = value.buffer;
  }
}

function ownMemoryReader(file: Blob): ReadableStreamBYOBReader | undefined {
  if (file.size === 0) return undefined;
  try {
    return file.stream().getReader({ mode: "byob" });
  } catch {
    return undefined;
  }
}

/** The next piece is read while one is in use. */
async function* slicesOf(file: Blob): AsyncGenerator<Uint8Array, void, undefined> {
  const read = (from: number) => file.slice(from, from + pieceSize).arrayBuffer();
  let next = read(0);
  for (let at = 0; at < file.size; at += pieceSize) {
    const piece = new Uint8Array(await next);
    if (at + pieceSize < file.size) next = read(at + pieceSize);
    yield piece;
  }
}
