import { cachePrefix } from "#src/core/app-caches.ts";

const workers = () => navigator.serviceWorker as ServiceWorkerContainer | undefined;

/** The app's own: another app's, in a folder above, may answer for this page too. */
async function registered(): Promise<ServiceWorkerRegistration | undefined> {
  const registration = await workers()?.getRegistration(document.baseURI);
  return registration?.scope === new URL("./", document.baseURI).href ? registration : undefined;
}

/**
 * Opens this page anew, on the newest build that is here, unless something has begun meanwhile that this would cut short. Other tabs
 * keep their build until they are reloaded.
 */
export async function takeUpdate(isIdle: () => boolean): Promise<void> {
  const waiting = (await registered())?.waiting;
  if (waiting) {
    const settled = new Promise<void>((resolve) => {
      waiting.addEventListener("statechange", () => waiting.state !== "activating" && resolve());
    });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has none to name
    waiting.postMessage("take over");
    await settled;
  }
  if (isIdle()) location.reload();
}

/** Whether the app opens without a network: it does, it soon will, it cannot on plain http, or this browser keeps nothing. */
export async function offlineState(): Promise<"kept" | "coming" | "insecure" | "none"> {
  if (!globalThis.isSecureContext) return "insecure";
  const registration = await registered().catch(() => undefined);
  if (!registration) return "none";
  return registration.active ? "kept" : "coming";
}

/** Removes the app's own files from this browser, until it is opened the next time. */
export async function forgetAppFiles(): Promise<void> {
  const registration = await registered().catch(() => undefined);
  if (!registration) return;
  const prefix = cachePrefix(new URL("./", document.baseURI).pathname);
  for (const name of await caches.keys()) if (name.startsWith(prefix)) await caches.delete(name);
  await registration.unregister();
}
