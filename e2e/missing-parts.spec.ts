import type { Page } from "@playwright/test";
import { ChatPage } from "./pages/chat-page.ts";
import { says } from "./support/scenarios.ts";
import { expect, test } from "./support/test.ts";

const settings = /\/assets\/settings-page-/;

/** The app's host, for what the page asks of it after it is open. */
async function loseHost(page: Page, lost: RegExp): Promise<{ comeBack(): void }> {
  let isLost = true;
  let isOpen = false;
  await page.route(/\/assets\/|\/config\.json$/, async (route) => {
    const address = route.request().url();
    const isAsked = lost.test(address) || (isOpen && address.endsWith("/config.json"));
    isOpen ||= address.endsWith("/config.json");
    await (isLost && isAsked ? route.abort("connectionfailed") : route.continue());
  });
  return { comeBack: () => void (isLost = false) };
}

test("What cannot be loaded from a silent host comes by itself when the host is back", async ({
  page,
  site,
  ollama,
}) => {
  site.setConfig({ servers: [{ url: ollama.url }], defaultModel: "llama3.2:latest" });
  const host = await loseHost(page, settings);
  const chat = new ChatPage(page, site.url);
  await chat.open();
  const told = page.getByRole("alert").filter({ hasText: "A part of Candor could not be loaded" });
  await expect(told).toContainText(`${new URL(site.url).host} does not answer`);
  ollama.script(says("Still here."));
  await chat.ask("And now?");
  await expect(chat.body(chat.reply)).toHaveText("Still here.");
  await chat.composer.fill("Words that I would miss");
  const address = new URL(page.url()).hash;
  await page.evaluate(() => (location.hash = "#/settings"));
  const theme = page.getByRole("radio", { name: "Dark" });
  await told.getByRole("button", { name: "Retry" }).click();
  await expect(told).toBeVisible();
  await expect(theme).toHaveCount(0);

  host.comeBack();
  await expect(theme).toBeVisible({ timeout: 15_000 });
  await expect(told).toHaveCount(0);
  await page.evaluate((hash) => (location.hash = hash), address);
  await expect(chat.composer).toHaveValue("Words that I would miss");
});

test("Where the host answers but has that part no more, a reload is offered", async ({
  page,
  site,
  ollama,
}) => {
  site.setConfig({ servers: [{ url: ollama.url }] });
  await page.route(settings, (route) => route.fulfill({ status: 404 }));
  const chat = new ChatPage(page, site.url);
  await chat.open();
  const told = page.getByRole("alert").filter({ hasText: "A part of Candor could not be loaded" });
  await expect(told).toContainText("newer version");
  await chat.composer.fill("Words that I would miss");
  await page.unroute(settings);
  await told.getByRole("button", { name: "Reload" }).click();
  await expect(told).toHaveCount(0);
  await expect(chat.composer).toHaveValue("Words that I would miss");
});

test("A server that dies with the app's host is unreachable, also where the diagnosis was not loaded", async ({
  page,
  site,
  ollama,
}) => {
  site.setConfig({ servers: [{ url: ollama.url }], defaultModel: "llama3.2:latest" });
  await loseHost(page, /\/assets\/probe-server-/);
  const chat = new ChatPage(page, site.url);
  await chat.open();
  await expect(chat.connection).toHaveAccessibleName(/connected/);
  await ollama.close();
  await chat.ask("Are you there?");
  await expect(chat.reply.getByRole("alert")).toContainText("No answer from");
  await expect(chat.connection).toHaveAccessibleName(/unreachable/);
});
