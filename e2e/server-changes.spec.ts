import type { Page } from "@playwright/test";
import { ChatPage } from "./pages/chat-page.ts";
import { bar, pull } from "./pages/pulls.ts";
import { add, address, card } from "./pages/servers.ts";
import type { FakeOllama } from "./support/fake-ollama.ts";
import { pullScenarios } from "./support/pull-scenarios.ts";
import { scenarios, says } from "./support/scenarios.ts";
import { expect, test } from "./support/openai/test.ts";

const serverMenu = (page: Page) => page.getByRole("button", { name: /^Server: / });
const go = (page: Page, hash: string) => page.evaluate((next) => (location.hash = next), hash);

/** A server of the user's beside the site's own. */
async function addAttic(page: Page, url: string): Promise<void> {
  await go(page, "#/connection");
  await add(page, { url, name: "Attic" });
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(card(page, "Attic")).toContainText("connected");
}

async function askAttic(chat: ChatPage, text: string): Promise<void> {
  await go(chat.page, "#/");
  await serverMenu(chat.page).click();
  await chat.page.getByRole("menuitemradio", { name: /^Attic/ }).click();
  await expect(serverMenu(chat.page)).toHaveAccessibleName(/^Server: Attic/);
  await chat.ask(text);
}

test("a reply goes on while its server is taken off the list, and is whole; the draft stays", async ({
  chat,
  page,
  startServer,
}) => {
  const attic = await startServer();
  attic.script(scenarios.paused);
  await addAttic(page, attic.url);
  await askAttic(chat, "Begin");
  await expect.poll(() => attic.paused).toBe(1);
  await chat.composer.fill("And then?");
  const conversation = new URL(page.url()).hash;
  await go(page, "#/connection");
  await page.getByRole("button", { name: "Remove: Attic" }).click();
  await expect(card(page, "Attic")).toHaveCount(0);
  attic.release();
  await go(page, conversation);
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await expect(chat.composer).toHaveValue("And then?");
  await expect(serverMenu(page)).toHaveAccessibleName(/^Server: Test, instead of /);
});

test("a reply goes on while another server is put to use and its own gets another address", async ({
  chat,
  page,
  ollama,
  startServer,
}) => {
  const attic = await startServer();
  const moved = await startServer();
  attic.script(scenarios.paused);
  moved.script(says("From the new place."));
  await addAttic(page, attic.url);
  await askAttic(chat, "Begin");
  await expect.poll(() => attic.paused).toBe(1);
  const conversation = new URL(page.url()).hash;
  await go(page, "#/connection");
  await page.getByRole("button", { name: "Use Attic" }).click();
  await page.getByRole("button", { name: "Use Test" }).click();
  await page.getByRole("button", { name: "Edit Attic" }).click();
  await address(page).fill(moved.url);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(card(page, "Attic")).toContainText(moved.url);
  attic.release();
  await go(page, conversation);
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  // The conversation was with Attic, and Attic is there now.
  await expect(serverMenu(page)).toHaveAccessibleName("Server: Attic");
  await chat.ask("Still you?");
  await expect(chat.body(chat.reply)).toHaveText("From the new place.");
  expect(ollama.requestsTo("/v1/chat/completions")).toEqual([]);
});

test.describe("with a pull under way", () => {
  test.use({ server: { anyPull: { ...pullScenarios.slow, bytesPerSecond: 50_000 } } });

  test("another server that pulls nothing is put to use: the pull goes on, is seen and can be cancelled", async ({
    chat,
    page,
    openai,
  }) => {
    await chat.open("#/connection");
    await add(page, { url: openai.url, name: "Gateway" });
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(card(page, "Gateway")).toContainText("OpenAI-compatible");
    await go(page, "#/pulls");
    await pull(page, "big:70b");
    await expect(bar(page, "big:70b")).toBeVisible();
    await go(page, "#/connection");
    await page.getByRole("button", { name: "Use Gateway" }).click();
    await go(page, "#/pulls");
    await expect(page.getByText(/Gateway speaks OpenAI’s API, which has no downloads/)).toBeVisible();
    await expect(bar(page, "big:70b")).toBeVisible();
    await page.getByRole("button", { name: /^Cancel.*big:70b/ }).click();
    await expect(bar(page, "big:70b")).toHaveCount(0);
  });
});

test("a server that nobody entered stays when a second one is added", async ({ page, site, startServer }) => {
  const first: FakeOllama = await startServer();
  const second = await startServer();
  site.setConfig({ servers: [] });
  // As the app kept its one server before it knew of several.
  await page.addInitScript((url) => {
    if (localStorage.getItem("candor.settings") === null)
      localStorage.setItem("candor.settings", JSON.stringify({ version: 1, serverUrl: url }));
  }, first.url);
  const chat = new ChatPage(page, site.url);
  await chat.open("#/connection");
  await expect(card(page, first.url.replace("http://", ""))).toContainText("connected");
  await add(page, { url: second.url, name: "Second" });
  await page.getByRole("button", { name: "Save and use" }).click();
  await expect(card(page, "Second")).toContainText("In use");
  await expect(card(page, first.url.replace("http://", ""))).toContainText("connected");
  await page.reload();
  await expect(page.getByRole("region", { name: "Servers" }).getByRole("listitem")).toHaveCount(2);
});
