import type { HashMessage, HashRequest } from "./protocol.ts";

/** Thrown where the browser cannot read a file any more: moved, deleted, or changed since it was chosen. */
export class UnreadableFile extends Error {
  override readonly name = "UnreadableFile";
}

/**
 * The SHA-256 of a file as 64 hexadecimal digits, made in a worker of its own that holds a few megabytes of it at a time. Throws
 * `UnreadableFile`, the signal's reason when it aborts, or an `Error` where no worker runs.
 */
export function hashFile(
  file: Blob,
  onProgress: (bytes: number) => void,
  signal: AbortSignal,
): Promise<string> {
  return new Promise<string>((resolve, reject) => {
    signal.throwIfAborted();
    const worker = new Worker(new URL("./hash-worker.ts", import.meta.url), { type: "module" });
    const stop = (): void => {
      worker.terminate();
      signal.removeEventListener("abort", abort);
    };
    const abort = (): void => {
      stop();
      reject(signal.reason as Error);
    };
    const fail = (error: Error): void => {
      stop();
      reject(error);
    };
    signal.addEventListener("abort", abort, { once: true });
    worker.addEventListener("error", (event) =>
      fail(new Error(event.message || "The worker did not start.")),
    );
    worker.addEventListener("message", ({ data }: MessageEvent<HashMessage>) => {
      if (data.type === "progress") return onProgress(data.bytes);
      if (data.type === "unreadable") return fail(new UnreadableFile("unreadable"));
      if (data.type === "failed") return fail(new Error(data.message));
      stop();
      return resolve(data.digest);
    });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has none to name
    worker.postMessage({ file } satisfies HashRequest);
  });
}
