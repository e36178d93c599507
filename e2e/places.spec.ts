import { cp, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { findBrowser, launchArguments } from "../scripts/browser.ts";
import { serveDist } from "../scripts/serve-dist.ts";
import { ChatPage } from "./pages/chat-page.ts";
import { startFakeOllama } from "./support/fake-ollama.ts";
import { scenarios } from "./support/scenarios.ts";
import { expect, test } from "./support/test.ts";

test("The app works over plain http under a name that the browser does not trust", async ({ site }) => {
  const origin = `http://candor.lan:${site.port}`;
  const ollama = await startFakeOllama({ origins: [origin] });
  site.setConfig({ servers: [{ url: ollama.url }] });
  const executablePath = findBrowser();
  const browser = await chromium.launch({
    args: [
      ...launchArguments,
      "--host-resolver-rules=MAP candor.lan 127.0.0.1",
      // The question of local network access is another matter: it is asked of secure pages alone.
      "--disable-features=LocalNetworkAccessChecks",
    ],
    ...(executablePath === undefined ? {} : { executablePath }),
  });
  const context = await browser.newContext();
  const page = await context.newPage();
  const chat = new ChatPage(page, origin);
  await chat.open();
  expect(await page.evaluate(() => [isSecureContext, "randomUUID" in crypto, "locks" in navigator])).toEqual([
    false,
    false,
    false,
  ]);
  ollama.script(scenarios.paused);
  await chat.ask("From another computer");
  await expect(chat.body(chat.reply)).toHaveText("One two three");
  const second = await context.newPage();
  await second.goto(page.url());
  await expect(second.getByRole("article", { name: "Assistant" })).toHaveAttribute(
    "data-status",
    "streaming",
  );
  await second.getByRole("textbox", { name: "Message" }).fill("Me too");
  await second.keyboard.press("Enter");
  await expect(second.getByRole("alert")).toContainText("Another tab");
  await second.close();
  ollama.release();
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await chat.reply.hover();
  await chat.reply.getByRole("button", { name: "Copy", exact: true }).click();
  await expect(chat.reply.getByRole("button", { name: "Copied" })).toBeVisible();
  await page.reload();
  await expect(chat.body(chat.reply)).toHaveText("One two three four five.");
  await browser.close();
  await ollama.close();
});

test("The same build works from a folder of a site", async ({ page, ollama }) => {
  const site = await serveDist({ mount: "/some/folder/", config: { servers: [{ url: ollama.url }] } });
  const chat = new ChatPage(page, site.url);
  await chat.open();
  await chat.ask("Hi");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await site.close();
});

test("A tab that stays open over a new build goes on, or says that it must reload", async ({
  page,
  ollama,
  complaints,
}) => {
  const older = await mkdtemp(join(tmpdir(), "older-"));
  const site = await serveDist({ config: { servers: [{ url: ollama.url }] } });
  // Nothing is read ahead, as in a tab that never had a quiet moment.
  await page.addInitScript(() => Object.assign(window, { requestIdleCallback: () => 0 }));
  const chat = new ChatPage(page, site.url);
  await chat.open();
  await expect(chat.composer).toBeVisible();
  await chat.composer.fill("Words that I would miss");
  await cp("dist", older, { recursive: true });
  for (const name of await readdir(join(older, "assets"))) await rm(join(older, "assets", name));
  site.serve(older);
  await page.evaluate(() => (location.hash = "#/settings/data"));
  await expect(
    page
      .getByRole("alert")
      .filter({ hasText: /newer version|could not be drawn/ })
      .first(),
  ).toBeVisible();
  site.serve("dist");
  await page.getByRole("button", { name: "Reload" }).first().click();
  await page.evaluate(() => (location.hash = "#/"));
  await expect(chat.composer).toHaveValue("Words that I would miss");
  complaints.length = 0;
  await site.close();
  await rm(older, { recursive: true });
});

test("The theme is mine to choose, and stays", async ({ chat, page }) => {
  const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await background();
  await chat.open("#/settings");
  await page.getByRole("radio", { name: "Dark" }).check();
  expect(await background()).not.toBe(light);
  await page.reload();
  await expect(page.getByRole("radio", { name: "Dark" })).toBeChecked();
  expect(await background()).not.toBe(light);
});
