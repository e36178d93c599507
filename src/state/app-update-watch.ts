import { useAppUpdate } from "./app-update.ts";

/** How long a tab that stays open does not ask for a new build, in milliseconds. */
const patience = 30 * 60_000;

/**
 * Has the browser keep the app's files, and notes when a newer build is here. Never rejects: without a worker (plain http, private
 * windows, a host without the file) the app comes from its host as ever.
 */
export async function watchForUpdates(): Promise<void> {
  // Missing where a browser has none, or not here.
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (!workers) return;
  const address = new URL("service-worker.js", document.baseURI).href;
  // Another app's worker, in a folder above, may have answered for this page.
  const own = () => (workers.controller?.scriptURL === address ? workers.controller : undefined);
  let isControlled = own() !== undefined;
  workers.addEventListener("controllerchange", () => {
    // Another tab took a newer build; this one keeps its own.
    if (isControlled && own()) useAppUpdate.setState({ isReady: true });
    isControlled = own() !== undefined;
  });
  try {
    const registration = await workers.register(address, { updateViaCache: "none" });
    own()?.postMessage("opened");
    follow(registration, () => own() !== undefined);
  } catch {
    // Nothing is kept then.
  }
}

function follow(registration: ServiceWorkerRegistration, isKept: () => boolean): void {
  const look = () => {
    // Without a controller there is no older build that this page could have come from.
    if (registration.waiting && isKept()) useAppUpdate.setState({ isReady: true });
  };
  const followInstalling = () => registration.installing?.addEventListener("statechange", look);
  registration.addEventListener("updatefound", followInstalling);
  followInstalling();
  look();
  let askedAt = Date.now();
  const ask = () => {
    if (document.visibilityState === "hidden" || Date.now() - askedAt < patience) return;
    askedAt = Date.now();
    registration.update().catch(() => {});
  };
  document.addEventListener("visibilitychange", ask);
  // Some keep it in sight all day.
  setInterval(ask, patience);
  window.addEventListener("online", ask);
}
