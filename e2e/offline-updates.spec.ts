import { type ServedDist, serveDist } from "../scripts/serve-dist.ts";
import { ChatPage } from "./pages/chat-page.ts";
import { buildOf, keptBuilds, lookForUpdate, updateOffer, waitUntilKept } from "./pages/kept-app.ts";
import { buildNewer, newerName } from "./support/newer-build.ts";
import { scenarios } from "./support/scenarios.ts";
import { expect, test as base } from "./support/test.ts";

const test = base.extend<{ host: ServedDist }, { newer: string }>({
  newer: [
    async ({}, use) => {
      const { directory, remove } = await buildNewer();
      await use(directory);
      await remove();
    },
    { scope: "worker", timeout: 180_000 },
  ],
  /** A host of this test's own, on which another build can be put. */
  host: async ({ ollama }, use) => {
    const host = await serveDist({ config: { servers: [{ url: ollama.url }] } });
    await use(host);
    await host.close();
  },
});

test.use({ serviceWorkers: "allow" });
test.setTimeout(60_000);

test("A new build is offered, and taken only when I say so", async ({ page, host, newer }) => {
  const chat = new ChatPage(page, host.url);
  await chat.open();
  await waitUntilKept(page);
  host.serve(newer);
  // Each opening looks for a new build, and still shows the one that is here whole.
  await page.reload();
  const offer = updateOffer(page);
  await expect(offer).toBeVisible();
  expect(await buildOf(page)).not.toBe(newerName);
  await page.evaluate(() => (location.hash = "#/"));
  await chat.composer.fill("Words that I would miss");
  await offer.getByRole("button", { name: "Later" }).click();
  await expect(offer).toBeHidden();
  await page.reload();
  await expect(offer).toBeVisible();
  await expect(chat.composer).toHaveValue("Words that I would miss");
  expect(await keptBuilds(page)).toHaveLength(2);

  await offer.getByRole("button", { name: "Reload" }).click();
  await expect(offer).toBeHidden();
  await expect(chat.composer).toHaveValue("Words that I would miss");
  expect(await buildOf(page)).toBe(newerName);
  await expect.poll(() => keptBuilds(page)).toHaveLength(1);
  await host.close();
  await page.reload();
  expect(await buildOf(page)).toBe(newerName);
});

test("In mid-reply the offer says what a reload would cut, and waits for its end", async ({
  page,
  host,
  newer,
  ollama,
}) => {
  const chat = new ChatPage(page, host.url);
  await chat.open();
  await waitUntilKept(page);
  ollama.script(scenarios.paused);
  await chat.ask("Count");
  await expect(chat.body(chat.reply)).toHaveText("One two three");
  host.serve(newer);
  await lookForUpdate(page);
  const offer = updateOffer(page);
  await expect(offer).toContainText("A reload now would cut short: 1 reply.");
  await offer.getByRole("button", { name: "Reload when done" }).click();
  await expect(offer).toContainText("Reloads when this is done: 1 reply.");
  await offer.getByRole("button", { name: "Don’t reload" }).click();
  await offer.getByRole("button", { name: "Reload when done" }).click();
  await expect(chat.reply).toHaveAttribute("data-status", "streaming");
  const page1 = await page.evaluate(() => performance.timeOrigin);
  ollama.release();
  await expect.poll(() => page.evaluate(() => performance.timeOrigin).catch(() => page1)).not.toBe(page1);
  await expect(chat.body(chat.reply)).toHaveText("One two three four five.");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  expect(ollama.requestsTo("/v1/chat/completions").map(({ aborted }) => aborted)).toEqual([false]);
  expect(await buildOf(page)).toBe(newerName);
});

test("What begins while a new build takes over is not cut either", async ({ page, host, newer, ollama }) => {
  const chat = new ChatPage(page, host.url);
  await chat.open();
  await waitUntilKept(page);
  host.serve(newer);
  await lookForUpdate(page);
  const offer = updateOffer(page);
  await expect(offer).toBeVisible();
  // The worker is told only when the test says so.
  await page.evaluate(() => {
    const { prototype } = ServiceWorker;
    const tell = prototype.postMessage;
    prototype.postMessage = function held(message: unknown) {
      Object.assign(window, { tellIt: () => tell.call(this, message) });
    };
  });
  await offer.getByRole("button", { name: "Reload" }).click();
  await page.waitForFunction(() => "tellIt" in window);
  ollama.script(scenarios.paused);
  await chat.ask("Count");
  await expect(chat.body(chat.reply)).toHaveText("One two three");
  const first = await page.evaluate(() => performance.timeOrigin);
  const taken = page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        navigator.serviceWorker.addEventListener("controllerchange", () => resolve("taken"));
        (window as unknown as { tellIt: () => void }).tellIt();
      }),
  );
  expect(await taken).toBe("taken");
  await waitUntilKept(page);
  await expect(offer).toContainText("Reloads when this is done: 1 reply.");
  await expect(chat.reply).toHaveAttribute("data-status", "streaming");
  ollama.release();
  await expect.poll(() => page.evaluate(() => performance.timeOrigin).catch(() => first)).not.toBe(first);
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await expect(chat.body(chat.reply)).toHaveText("One two three four five.");
  expect(ollama.requestsTo("/v1/chat/completions").map(({ aborted }) => aborted)).toEqual([false]);
  expect(await buildOf(page)).toBe(newerName);
});

test("A page that is in sight all day looks for a new build each half an hour", async ({ page, host }) => {
  await page.addInitScript(() => {
    const { prototype } = ServiceWorkerRegistration;
    const real = prototype.update;
    let count = 0;
    prototype.update = function counted() {
      Object.assign(window, { looks: (count += 1) });
      return real.call(this);
    };
  });
  await page.clock.install();
  const chat = new ChatPage(page, host.url);
  await chat.open();
  await waitUntilKept(page);
  const looks = () => page.evaluate(() => (window as unknown as { looks?: number }).looks);
  expect(await looks()).toBeUndefined();
  for (const times of [1, 2]) {
    await page.clock.fastForward("31:00");
    await expect.poll(looks).toBe(times);
  }
});

test("Another tab keeps its own build until it is reloaded, also parts that it never opened", async ({
  page,
  context,
  host,
  newer,
}) => {
  const chat = new ChatPage(page, host.url);
  await chat.open();
  await waitUntilKept(page);
  const second = await context.newPage();
  // This tab reads nothing ahead: the first call is the one that would.
  await second.addInitScript(() => {
    const real = window.requestIdleCallback.bind(window);
    let calls = 0;
    Object.assign(window, {
      requestIdleCallback: (run: IdleRequestCallback, options?: IdleRequestOptions) =>
        calls++ === 0 ? 0 : real(run, options),
    });
  });
  const other = new ChatPage(second, host.url);
  await other.open();
  await expect(other.composer).toBeVisible();
  await second.evaluate(() => Object.assign(window, { isStillHere: true }));
  host.serve(newer);
  await lookForUpdate(page);
  await updateOffer(page).getByRole("button", { name: "Reload" }).click();
  await expect.poll(() => buildOf(page).catch(() => "")).toBe(newerName);

  await expect(updateOffer(second)).toBeVisible();
  expect(await second.evaluate(() => "isStillHere" in window)).toBe(true);
  const names = await second.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
  expect(names.filter((name) => name.includes("settings-page"))).toEqual([]);
  // The host has the newer files alone.
  expect(await buildOf(second)).not.toBe(newerName);
  expect(await keptBuilds(page)).toHaveLength(2);

  await updateOffer(second).getByRole("button", { name: "Reload" }).click();
  await expect.poll(() => buildOf(second).catch(() => "")).toBe(newerName);
  await expect.poll(() => keptBuilds(page)).toHaveLength(1);
});

test("A deployment in the middle of which files are missing changes nothing", async ({
  page,
  host,
  newer,
}) => {
  const chat = new ChatPage(page, host.url);
  await chat.open();
  await waitUntilKept(page);
  // The worker of the newer build stands there already, and the page of the older one.
  await page.context().route(/\/(?:$|[?#])/, async (route) => {
    const isOfWorker = route.request().serviceWorker() !== null;
    if (isOfWorker) await route.fulfill({ status: 200, contentType: "text/html", body: "<!doctype html>" });
    else await route.continue();
  });
  host.serve(newer);
  const outcome = page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    const ended = new Promise<string>((resolve) =>
      registration?.addEventListener("updatefound", () => {
        const worker = registration.installing;
        worker?.addEventListener("statechange", () => resolve(worker.state));
      }),
    );
    await registration?.update();
    return ended;
  });
  expect(await outcome).toBe("redundant");
  expect(await keptBuilds(page)).toHaveLength(1);
  await page.reload();
  await expect(chat.composer).toBeVisible();
  await expect(updateOffer(page)).toBeHidden();
});
