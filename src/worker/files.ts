import { type BuildFile, buildFiles } from "./build-files.ts";
import { base, buildCaches, findIn, hashHeader, ownCache } from "./caches.ts";

/** Files fetched at once: a host that also is the way to a server keeps connections for that. */
const atOnce = 2;

/** A host may lead `index.html` elsewhere, and what was led elsewhere opens no page. */
export const addressOf = (path: string): string => base + (path === "index.html" ? "" : path);

/** Brings the files of the build that every start needs beside those of other builds; all or nothing. */
export async function bringBuild(): Promise<void> {
  const isNew = !(await caches.has(ownCache));
  const others = await buildCaches();
  const cache = await caches.open(ownCache);
  const waiting = [...buildFiles.values()];
  const bring = async (): Promise<void> => {
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      const kept = await findIn(others, addressOf(file.path), file.hash);
      if (kept) await cache.put(addressOf(file.path), kept);
      else if (file.isShell) await cache.put(addressOf(file.path), await fetchFile(file));
    }
  };
  try {
    await Promise.all(Array.from({ length: atOnce }, bring));
  } catch (error) {
    waiting.length = 0;
    if (isNew) await caches.delete(ownCache);
    throw error;
  }
}

/** A file of the build as its host has it. Throws where that is another one, as in the middle of a deployment. */
export async function fetchFile(file: BuildFile): Promise<Response> {
  for (const cache of file.path.startsWith("assets/")
    ? (["default", "reload"] as const)
    : ["no-cache" as const]) {
    const response = await fetch(addressOf(file.path), { cache });
    const copy = response.ok ? await verified(response, file) : undefined;
    if (copy) return copy;
  }
  throw new Error(`${file.path} is not the one of this build`);
}

/** An answer to keep, if it is that file. Its headers stay: the page's policy is among them. */
async function verified(response: Response, file: BuildFile): Promise<Response | undefined> {
  const bytes = await response.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const hash = Array.from(digest.subarray(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (hash !== file.hash) return undefined;
  const headers = new Headers(response.headers);
  // The bytes are unpacked by now.
  for (const name of ["Content-Encoding", "Content-Length"]) headers.delete(name);
  headers.set(hashHeader, hash);
  return new Response(bytes, { headers });
}

/** Answers a request for a file of this build, from the cache, else from the host; what is kept of it then is verified. */
export async function answerFile(
  file: BuildFile,
  request: Request,
  keep: (work: Promise<unknown>) => void,
): Promise<Response> {
  const kept = await findIn([ownCache], addressOf(file.path)).catch(() => undefined);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok && response.type === "basic" && !response.redirected) {
    const copy = response.clone();
    keep(keepFile(copy, file).catch(() => undefined));
  }
  return response;
}

async function keepFile(response: Response, file: BuildFile): Promise<void> {
  const copy = await verified(response, file);
  // The user may have deleted all by now.
  if (copy && (await caches.has(ownCache)))
    await (await caches.open(ownCache)).put(addressOf(file.path), copy);
}

/** Answers for a tab that is still open on another build. */
export async function answerOlder(request: Request): Promise<Response> {
  const kept = await buildCaches().then(
    (names) => findIn(names, request.url),
    () => undefined,
  );
  return kept ?? fetch(request);
}
