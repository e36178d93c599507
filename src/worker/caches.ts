import { cachePrefix } from "#src/core/app-caches.ts";
import { buildName } from "./build-files.ts";
import { scope } from "./worker-scope.ts";

/** The folder of the app, with a slash at its end. */
export const base = new URL("./", scope.location.href).href;

const prefix = cachePrefix(new URL(base).pathname);

/** The files of this build. */
export const ownCache = prefix + buildName;

/** Notes of the worker, and the last `config.json`; of no build. */
export const notesCache = `${prefix}notes`;

/** The caches of all builds that are here, this one's among them. */
export async function buildCaches(): Promise<readonly string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== notesCache);
}

/** A file as any of these caches has it. */
export async function findIn(
  names: readonly string[],
  url: string,
  hash?: string,
): Promise<Response | undefined> {
  for (const cacheName of names) {
    const found = await caches.match(url, { cacheName, ignoreVary: true });
    if (found && (hash === undefined || found.headers.get(hashHeader) === hash)) return found;
  }
  return undefined;
}

/** What a kept file says of its own text, so that another build need not read it to know it. */
export const hashHeader = "X-Candor-Hash";

/** Removes every trace of the app's files. */
export async function removeCaches(): Promise<void> {
  for (const name of [...(await buildCaches()), notesCache]) await caches.delete(name);
}
