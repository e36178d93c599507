import { create } from "zustand";
import { OllamaFailure } from "#src/core/errors.ts";
import { UnreadableFile } from "#src/hash/hash-file.ts";
import { reportTrouble } from "./connection.ts";
import { serverUrl } from "./server.ts";
import { bringFile, isMismatch } from "./upload-file.ts";
import { isUploading, type UploadBegun, uploadKey, type UploadView } from "./upload-view.ts";

/** Files that were chosen since the page was opened, in the order they were, by `uploadKey`. */
export const useUploads = create<{ readonly uploads: ReadonlyMap<string, UploadView> }>(() => ({
  uploads: new Map(),
}));

/** The browser gives a file to this page alone, and until it is closed. */
const files = new Map<string, File>();
const aborts = new Map<string, AbortController>();

/**
 * Checks, hashes and sends files. One of the same name takes the place of an earlier one; the same file is left alone while
 * something is done with it, else the server is asked again whether it has it: unused blobs go when it is started anew.
 */
export function addFiles(chosen: readonly File[], server = serverUrl()): void {
  for (const file of chosen) {
    const key = uploadKey(server, file.name);
    const before = useUploads.getState().uploads.get(key);
    const isSame = before && isSameFile(files.get(key), file);
    if (isSame && isUploading(before)) continue;
    aborts.get(key)?.abort();
    files.set(key, file);
    start(isSame ? begunOf(before) : { key, server, name: file.name, size: file.size });
  }
}

/** Begins again where an upload failed or was paused; what was hashed stays so. */
export function retryUpload(key: string): void {
  const view = useUploads.getState().uploads.get(key);
  if (!view || isUploading(view)) return;
  start(begunOf(view));
}

/** Stops a file for now. The server keeps no part of a blob: going on begins this step anew. */
export function pauseUpload(key: string): void {
  const view = useUploads.getState().uploads.get(key);
  if (!view || !isUploading(view)) return;
  abort(key);
  const from = view.digest === undefined ? "hashing" : "uploading";
  put({ ...begunOf(view), status: "paused", from });
}

/** Takes a file off the list, and stops what is done with it. What the server has, it keeps. */
export function removeUpload(key: string): void {
  abort(key);
  files.delete(key);
  useUploads.setState(({ uploads }) => ({
    uploads: new Map([...uploads].filter(([other]) => other !== key)),
  }));
  watchLeaving();
}

function begunOf({ key, server, name, size, head, digest }: UploadView): UploadBegun {
  return { key, server, name, size, ...(head && { head }), ...(digest && { digest }) };
}

function start(begun: UploadBegun): void {
  const file = files.get(begun.key);
  if (!file) return;
  const controller = new AbortController();
  aborts.set(begun.key, controller);
  void run(begun, file, controller.signal);
}

async function run(begun: UploadBegun, file: File, signal: AbortSignal): Promise<void> {
  let latest: UploadView = { ...begun, status: "checking" };
  const publish = (view: UploadView): void => {
    if (signal.aborted) return;
    latest = view;
    put(view);
  };
  try {
    publish(await bringFile(begun, file, publish, signal));
  } catch (error) {
    if (signal.aborted) return;
    const common = begunOf(latest);
    // An upload whose file is gone ends like one whose connection broke.
    if (error instanceof UnreadableFile || !(await isReadable(file))) {
      publish({ ...common, status: "unreadable" });
      return;
    }
    const failure =
      error instanceof OllamaFailure ? error.error : { kind: "app" as const, message: String(error) };
    const { digest: _wrong, ...unhashed } = common;
    publish({ ...(isMismatch(error) ? unhashed : common), status: "failed", error: failure });
    if (failure.kind !== "app" && failure.kind !== "http") reportTrouble(common.server);
  }
}

function abort(key: string): void {
  aborts.get(key)?.abort();
  aborts.delete(key);
}

function put(view: UploadView): void {
  useUploads.setState(({ uploads }) => ({ uploads: new Map(uploads).set(view.key, view) }));
  watchLeaving();
}

/** Asks before the page is left while something would be lost by it. */
function watchLeaving(): void {
  const isBusy = [...useUploads.getState().uploads.values()].some(isUploading);
  // Adding the same listener twice does nothing; one that stays would cost the page its place in the back/forward cache.
  if (isBusy) globalThis.addEventListener("beforeunload", ask);
  else globalThis.removeEventListener("beforeunload", ask);
}

function ask(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

function isSameFile(one: File | undefined, other: File): boolean {
  return one?.size === other.size && one.lastModified === other.lastModified;
}

async function isReadable(file: File): Promise<boolean> {
  try {
    // The last byte: a file that became shorter cannot be read there.
    await file.slice(-1).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}
