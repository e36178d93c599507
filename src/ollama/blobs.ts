import { OllamaFailure } from "#src/core/errors.ts";
import { errorOfBody } from "#src/core/stream/error-text.ts";
import { accessTo } from "./access.ts";
import { enqueue } from "./connection-queue.ts";
import { withDeadline } from "./deadline.ts";
import { rawFetch } from "./request.ts";
import { tap } from "./tap.ts";

/** A look at the server's disk. */
const askMs = 10_000;

export type UploadHooks = {
  /** The place among the streams of the server that wait, from 1. */
  readonly onWaiting?: (position: number) => void;
  /** Bytes that have left the browser; the whole size before the server has answered. */
  readonly onProgress?: (bytes: number) => void;
};

/**
 * Whether a server has a blob (`HEAD /api/blobs/:digest`; 404: no). `digest` is `sha256:` and 64 hexadecimal digits. Throws an
 * `OllamaFailure`: `http` for any other status, `timeout` after 10 s.
 */
export function hasBlob(server: string, digest: string, signal: AbortSignal): Promise<boolean> {
  return withDeadline(askMs, signal, async (limited) => {
    const response = await rawFetch(server, pathOf(digest), { method: "HEAD" }, limited);
    if (response.ok) return true;
    if (response.status === 404) return false;
    throw new OllamaFailure({ kind: "http", status: response.status, message: "" });
  });
}

/**
 * Sends a blob, reading it from its file as it goes (`POST /api/blobs/:digest`); resolves when the server has it, whether it is
 * new (201) or was there (200). Throws `http` (400: the bytes have another digest), `unreachable` where nothing was sent, `cut`
 * where the connection broke under the upload and the server has no such blob; the signal's reason when it aborts. A part of a blob
 * is never kept by the server: the next upload begins anew. Holds one of the server's connections.
 */
export async function uploadBlob(
  server: string,
  digest: string,
  file: Blob,
  hooks: UploadHooks,
  signal: AbortSignal,
): Promise<void> {
  const release = await enqueue(server, signal, hooks.onWaiting);
  try {
    const answer = await send(server, pathOf(digest), file, hooks, signal);
    if (answer.status >= 200 && answer.status < 300) return;
    throw new OllamaFailure({ kind: "http", status: answer.status, ...errorOfBody(answer.body) });
  } catch (error) {
    const isBroken = error instanceof OllamaFailure && error.error.kind === "cut";
    // A server that has the blob answers before it has read all, and resets the connection.
    if (!isBroken || !(await isThere(server, digest, signal))) throw error;
  } finally {
    release();
  }
}

async function isThere(server: string, digest: string, signal: AbortSignal): Promise<boolean> {
  try {
    return await hasBlob(server, digest, signal);
  } catch (error) {
    signal.throwIfAborted();
    // A server that says nothing now leaves the first trouble standing.
    if (error instanceof OllamaFailure) return false;
    throw error;
  }
}

type Answer = { readonly status: number; readonly body: string };

/** `fetch` tells nothing of what it has sent, hence `XMLHttpRequest`. */
function send(
  server: string,
  path: string,
  file: Blob,
  hooks: UploadHooks,
  signal: AbortSignal,
): Promise<Answer> {
  const url = `${server.replace(/\/+$/, "")}${path}`;
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    let sent = 0;
    const abort = (): void => request.abort();
    const fail = (): void =>
      reject(new OllamaFailure(sent > 0 ? { kind: "cut", how: "broken" } : { kind: "unreachable", url }));
    request.upload.addEventListener("progress", ({ loaded }) => {
      sent = loaded;
      hooks.onProgress?.(loaded);
    });
    request.addEventListener("load", () => resolve({ status: request.status, body: request.responseText }));
    request.addEventListener("error", fail);
    request.addEventListener("abort", () => reject(signal.reason as Error));
    request.addEventListener("loadend", () => signal.removeEventListener("abort", abort));
    signal.addEventListener("abort", abort, { once: true });
    request.open("POST", url);
    for (const [name, value] of Object.entries(accessTo(server))) request.setRequestHeader(name, value);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    tap.listener?.upload(server, url, request, file);
    request.send(file);
  });
}

function pathOf(digest: string): string {
  return `/api/blobs/${digest}`;
}
