import { cp, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serveDist } from "../scripts/serve-dist.ts";
import { ChatPage } from "./pages/chat-page.ts";
import { updateOffer, waitUntilKept } from "./pages/kept-app.ts";
import { startFront } from "./support/front.ts";
import { expect, test } from "./support/test.ts";

test.use({ serviceWorkers: "allow" });
test.setTimeout(60_000);

test("Where config.json wants a login first, or is late, its last answer stands in; what comes late counts at the next start", async ({
  page,
  ollama,
}) => {
  const host = await serveDist({ config: { servers: [{ url: ollama.url }], defaultModel: "kept:1b" } });
  const front = await startFront((path) => ({ port: host.port, path }));
  const chat = new ChatPage(page, front.url);
  const stale = page.getByRole("alert").filter({ hasText: "config.json could not be read" });
  await chat.open();
  await waitUntilKept(page);
  await page.reload();
  await expect(chat.modelButton).toContainText("kept:1b");
  for (const does of ["want a login", "lead to a login", "bad gateway", "reset"] as const) {
    front.set("/config.json", does);
    await page.reload();
    await expect(stale, does).toBeVisible();
    await expect(chat.modelButton, does).toContainText("kept:1b");
  }

  front.set("/config.json", "wait");
  await page.reload();
  await expect(stale).toBeVisible();
  await expect(chat.modelButton).toContainText("kept:1b");
  host.setConfig({ servers: [{ url: ollama.url }], defaultModel: "late:1b" });
  front.set("/config.json", "pass");
  const kept = () => page.evaluate(async () => (await caches.match("/config.json"))?.text());
  await expect.poll(kept).toContain("late:1b");
  await expect(chat.modelButton).toContainText("kept:1b");
  front.set("/config.json", "bad gateway");
  await page.reload();
  await expect(chat.modelButton).toContainText("late:1b");
  await front.close();
  await host.close();
});

test("Another app's worker, in a folder above, is neither taken for the own one nor removed", async ({
  page,
  ollama,
}) => {
  const folder = await mkdtemp(join(tmpdir(), "above-"));
  await cp("dist", folder, { recursive: true });
  await rm(join(folder, "service-worker.js"));
  const host = await serveDist({
    directory: folder,
    mount: "/tools/candor/",
    config: { servers: [{ url: ollama.url }] },
  });
  const other = createServer((request, response) => {
    const isWorker = request.url === "/worker.js";
    response.writeHead(200, { "Content-Type": isWorker ? "text/javascript" : "text/html" });
    response.end(
      isWorker ? "onactivate = (event) => event.waitUntil(clients.claim());" : "<title>Other</title>",
    );
  });
  await new Promise<void>((done) => void other.listen(0, "localhost", done));
  const { port } = other.address() as AddressInfo;
  const front = await startFront((path) => ({
    port: path.startsWith("/tools/") ? host.port : port,
    path,
  }));
  const scopes = () =>
    page.evaluate(async () =>
      (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => new URL(scope).pathname),
    );
  await page.goto(front.url);
  await page.evaluate(() => navigator.serviceWorker.register("/worker.js"));
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe("activated");

  const chat = new ChatPage(page, `${front.url}/tools/candor`);
  await chat.open("#/settings/about");
  await expect(page.getByText("this browser does not keep the app’s files")).toBeVisible();
  const removeAll = async () => {
    await chat.open("#/settings/data");
    await page.getByRole("button", { name: "Delete all data" }).click();
    await page.getByRole("button", { name: "Delete everything" }).click();
    await expect(page.getByRole("dialog")).toHaveCount(0);
  };
  await removeAll();
  expect(await scopes()).toEqual(["/"]);

  host.serve("dist");
  await page.reload();
  await expect.poll(scopes).toEqual(["/", "/tools/candor/"]);
  const controller = () => page.evaluate(() => navigator.serviceWorker.controller?.scriptURL);
  await expect.poll(controller).toBe(`${front.url}/tools/candor/service-worker.js`);
  await chat.open("#/settings/about");
  await expect(page.getByText("Candor opens without a network")).toBeVisible();
  // The first worker of its own is no newer build.
  await expect(updateOffer(page)).toHaveCount(0);
  await removeAll();
  expect(await scopes()).toEqual(["/"]);
  await front.close();
  await host.close();
  other.close();
  await rm(folder, { recursive: true });
});
