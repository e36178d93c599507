import { expect, type Page } from "@playwright/test";

/** Waits until the browser has all files of the app that every start needs. */
export async function waitUntilKept(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state), { timeout: 20_000 })
    .toBe("activated");
}

/** Every address that is kept, by the name of its cache. */
export function keptAddresses(page: Page): Promise<Record<string, string[]>> {
  return page.evaluate(async () => {
    const kept: Record<string, string[]> = {};
    for (const name of await caches.keys()) {
      const requests = await (await caches.open(name)).keys();
      kept[name] = requests.map(({ url }) => url);
    }
    return kept;
  });
}

/** The caches of builds: all but the worker's notes. */
export async function keptBuilds(page: Page): Promise<string[]> {
  const names = await page.evaluate(() => caches.keys());
  return names.filter((name) => !name.endsWith(" notes"));
}

/** What a page looks for by itself when it is opened, or seen again after a while. */
export async function lookForUpdate(page: Page): Promise<void> {
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
}

/** The notice that offers a new build. */
export const updateOffer = (page: Page) =>
  page.getByRole("status").filter({ hasText: "A new version is ready" });

/** Opens the part of the settings that names the build. */
export async function buildOf(page: Page): Promise<string> {
  await page.evaluate(() => (location.hash = "#/settings/about"));
  const line = page.getByText(/^Build /);
  await line.waitFor();
  return (await line.textContent())?.replace("Build ", "") ?? "";
}
