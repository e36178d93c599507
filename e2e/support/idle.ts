import type { Page } from "@playwright/test";

/** From the next load on, nothing is drawn for later; what it gives back lets the page have time again. */
export async function holdIdle(page: Page): Promise<() => Promise<void>> {
  await page.addInitScript(() => {
    const native = window.requestIdleCallback.bind(window);
    let waiting: IdleRequestCallback[] | undefined = [];
    window.requestIdleCallback = (run, options) => (waiting ? waiting.push(run) : native(run, options));
    window.addEventListener("test-idle", () => {
      const runs = waiting ?? [];
      waiting = undefined;
      for (const run of runs) native(run);
    });
  });
  return () => page.evaluate(() => void window.dispatchEvent(new Event("test-idle")));
}
