import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serveDist } from "../scripts/serve-dist.ts";
import { ChatPage } from "./pages/chat-page.ts";
import { keptAddresses, waitUntilKept } from "./pages/kept-app.ts";
import { preview } from "./pages/preview-panel.ts";
import { startFront } from "./support/front.ts";
import { says } from "./support/scenarios.ts";
import { expect, test } from "./support/test.ts";

test.use({ serviceWorkers: "allow" });
test.setTimeout(60_000);

for (const mount of ["/", "/some/folder/"]) {
  test(`After one visit the app opens without its host, at ${mount}`, async ({ page, ollama }) => {
    const host = await serveDist({
      mount,
      config: { servers: [{ url: ollama.url }], defaultModel: "llama3.2:latest" },
    });
    const chat = new ChatPage(page, host.url);
    await chat.open();
    await waitUntilKept(page);
    const scope = await page.evaluate(async () => (await navigator.serviceWorker.ready).scope);
    expect(new URL(scope).pathname).toBe(mount);
    ollama.script(says("Kept in this browser."));
    await chat.ask("What stays?");
    await expect(chat.reply).toHaveAttribute("data-status", "done");
    const address = page.url();
    await host.close();

    await page.reload();
    await expect(chat.body(chat.reply)).toHaveText("Kept in this browser.");
    // What the host said last still holds, and the app says that it is from then.
    await expect(page.getByRole("alert").filter({ hasText: "config.json could not be read" })).toContainText(
      /goes on with what it said on \w+ \d+/,
    );
    await chat.ask("And the server?");
    await expect(chat.reply).toHaveAttribute("data-status", "done");
    await page.evaluate(() => (location.hash = "#/models"));
    await expect(page.getByRole("row", { name: "llama3.2:latest" })).toBeVisible();
    await page.evaluate(() => (location.hash = "#/playground"));
    await expect(page.getByRole("button", { name: "Run", exact: true })).toBeVisible();
    await page.evaluate(() => (location.hash = "#/settings/about"));
    await expect(page.getByText("Candor opens without a network")).toBeVisible();

    // Without the server too, and in a tab that was never open before.
    await ollama.close();
    const second = await page.context().newPage();
    await second.goto(address);
    const other = new ChatPage(second, host.url);
    await expect(other.body(other.replies.first())).toHaveText("Kept in this browser.");
    await second.goto(`${host.url}/?q=Later`);
    await expect(other.composer).toHaveValue("Later");
  });
}

test.describe("a server on the app's own host", () => {
  test.use({ server: { models: [{ name: "only-there:1b", capabilities: ["completion"], parameters: {} }] } });

  test("has nothing of what it answers kept", async ({ page, ollama }) => {
    const host = await serveDist();
    const front = await startFront((path) =>
      path.startsWith("/ollama/")
        ? { port: ollama.port, path: path.slice("/ollama".length) }
        : { port: host.port, path },
    );
    const { url } = front;
    host.setConfig({ servers: [{ url: `${url}/ollama` }] });

    const chat = new ChatPage(page, url);
    await chat.open();
    await waitUntilKept(page);
    await page.reload();
    ollama.script(says("Words of the model alone."));
    await chat.ask("Say something");
    await expect(chat.body(chat.reply)).toHaveText("Words of the model alone.");
    await page.evaluate(() => (location.hash = "#/models"));
    await expect(page.getByRole("row", { name: "only-there:1b" })).toBeVisible();
    const kept = await keptAddresses(page);
    const addresses = Object.values(kept).flat();
    expect(addresses.length).toBeGreaterThan(50);
    const foreign = addresses.filter(
      (address) =>
        !/^\/(?:|\?notes|config\.json|[\w-]+\.(?:js|svg|png|webmanifest)|assets\/[\w.-]+)$/.test(
          address.slice(url.length),
        ),
    );
    expect(foreign).toEqual([]);
    const texts = await page.evaluate(async () => {
      const found: string[] = [];
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
          const text = (await (await cache.match(request))?.text()) ?? "";
          if (text.includes("Words of the model alone.") || text.includes("only-there:1b"))
            found.push(request.url);
        }
      }
      return found;
    });
    expect(texts).toEqual([]);
    const before = ollama.requestsTo("/api/version").length;
    await page.reload();
    await expect.poll(() => ollama.requestsTo("/api/version").length).toBeGreaterThan(before);
    await front.close();
    await host.close();
  });
});

test("What config.json says now counts at the next load, and its absence too", async ({ page, ollama }) => {
  const host = await serveDist({
    config: { servers: [{ url: ollama.url }], defaultModel: "llama3.2:latest" },
  });
  const chat = new ChatPage(page, host.url);
  await chat.open();
  await waitUntilKept(page);
  await page.reload();
  await expect(chat.modelButton).toContainText("llama3.2");
  host.setConfig({ servers: [{ url: ollama.url }], defaultModel: "other:1b" });
  await page.reload();
  await expect(chat.modelButton).toContainText("other:1b");
  host.setConfig("not json");
  await page.reload();
  await expect(page.getByRole("alert").filter({ hasText: "config.json" })).toBeVisible();
  host.setConfig(undefined);
  await page.reload();
  await expect(chat.composer).toBeVisible();
  await expect(chat.modelButton).not.toContainText("other:1b");
  await host.close();
  await page.reload();
  await expect(chat.composer).toBeVisible();
  await expect(page.getByRole("alert").filter({ hasText: "config.json" })).toHaveCount(0);
});

test("A worker that is broken or missing leaves the app as it is, and one that was taken away goes", async ({
  page,
  ollama,
}) => {
  const folder = await mkdtemp(join(tmpdir(), "worker-"));
  await cp("dist", folder, { recursive: true });
  const file = join(folder, "service-worker.js");
  await writeFile(file, "throw new Error('broken');");
  const host = await serveDist({ directory: folder, config: { servers: [{ url: ollama.url }] } });
  const chat = new ChatPage(page, host.url);
  const registered = () =>
    page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
  await page.addInitScript(() => {
    const workers = navigator.serviceWorker;
    const real = workers.register.bind(workers);
    workers.register = (...given) => {
      const asked = real(...given);
      asked.then(
        () => Object.assign(window, { outcome: "registered" }),
        () => Object.assign(window, { outcome: "refused" }),
      );
      return asked;
    };
  });
  const outcome = () => page.evaluate(() => (window as unknown as { outcome?: string }).outcome);
  for (const state of ["broken", "missing"]) {
    if (state === "missing") await rm(file);
    await chat.open();
    await expect.poll(outcome).toBe("refused");
    await chat.ask("Hi");
    await expect(chat.reply).toHaveAttribute("data-status", "done");
    expect(await registered()).toBe(0);
  }
  host.serve("dist");
  await page.reload();
  await waitUntilKept(page);
  host.serve(folder);
  await page.reload();
  await expect.poll(registered).toBe(0);
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  await page.reload();
  await expect(chat.composer).toBeVisible();
  expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
  await host.close();
  await rm(folder, { recursive: true });
});

test("Deleting all data takes the app's files along", async ({ chat, page }) => {
  await waitUntilKept(page);
  await chat.open("#/settings/data");
  await page.getByRole("button", { name: "Delete all data" }).click();
  await page.getByRole("button", { name: "Delete everything" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
});

test("Previews run beside a worker", async ({ chat, ollama, page }) => {
  await waitUntilKept(page);
  await page.reload();
  const panel = await preview(chat, ollama, "html", "<p id=here>I run</p>");
  await expect(panel.content.locator("#here")).toHaveText("I run");
});

test("Browsers find nothing that speaks against installing the app", async ({ chat, page }) => {
  await waitUntilKept(page);
  const session = await page.context().newCDPSession(page);
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  // Each test has a private window of its own, from which nothing can be installed.
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== "in-incognito")).toEqual(
    [],
  );
  const { errors, data } = await session.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  expect(JSON.parse(data ?? "")).toMatchObject({ name: "Candor", start_url: "./", display: "standalone" });

  await page.evaluate(() => {
    const event = Object.assign(new Event("beforeinstallprompt", { cancelable: true }), {
      prompt: () => Promise.resolve(Object.assign(window, { wasAsked: true })),
    });
    window.dispatchEvent(event);
  });
  await chat.open("#/settings/about");
  await page.getByRole("button", { name: "Install" }).click();
  expect(await page.evaluate(() => "wasAsked" in window)).toBe(true);
  await expect(page.getByRole("button", { name: "Install" })).toHaveCount(0);
});
