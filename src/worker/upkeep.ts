import { buildFiles } from "./build-files.ts";
import { addressOf, fetchFile } from "./files.ts";
import { ownCache, removeCaches } from "./caches.ts";
import { forgetOlder } from "./tenants.ts";
import { scope } from "./worker-scope.ts";

/** After a page was opened: is this still the app of this place, is its page as the host sends it now, and is there anything to forget? */
export async function keepHouse(): Promise<void> {
  if (await isGone()) {
    await removeCaches();
    await scope.registration.unregister();
    return;
  }
  await forgetOlder();
  await refreshPage();
}

/**
 * Whoever serves the app took this worker away, or serves something else at its place, as happens on localhost: without this the
 * browser would go on opening the app from here for ever.
 */
async function isGone(): Promise<boolean> {
  const response = await fetch(scope.location.href, { method: "HEAD", cache: "no-store" });
  if (response.status === 404 || response.status === 410) return true;
  return response.ok && !response.headers.get("Content-Type")?.includes("javascript");
}

/** The host may send the same page with other headers, its policy among them. */
async function refreshPage(): Promise<void> {
  const file = buildFiles.get("index.html");
  if (!file) return;
  const page = await fetchFile(file);
  if (await caches.has(ownCache)) await (await caches.open(ownCache)).put(addressOf(file.path), page);
}
