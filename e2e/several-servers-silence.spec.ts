import type { Page } from "@playwright/test";
import { ChatPage } from "./pages/chat-page.ts";
import type { FakeOllama } from "./support/fake-ollama.ts";
import { says, scenarios } from "./support/scenarios.ts";
import { type SilentServer, startSilentServer } from "./support/silent-server.ts";
import { expect, test } from "./support/test.ts";

const chats = (server: FakeOllama) => server.requestsTo("/v1/chat/completions").length;
const lists = (server: FakeOllama) => server.requestsTo("/api/tags").length;

/** Servers as the user would have entered them, with a deadline of half a second. */
async function keepServers(page: Page, servers: readonly (readonly [string, string])[]) {
  const stored = servers.map(([name, url], index) => ({
    url,
    name,
    color: index === 0 ? "teal" : "orange",
    kind: "ollama",
    modelFilter: "",
    deadlineMs: 500,
  }));
  await page.addInitScript((text) => localStorage.setItem("candor.servers", text), JSON.stringify(stored));
}

test.describe("Home is behind a line that can fall silent, Shed is not", () => {
  let line: SilentServer;
  let shed: FakeOllama;
  let chat: ChatPage;

  test.beforeEach(async ({ page, site, ollama, startServer }) => {
    line = await startSilentServer(ollama.port);
    shed = await startServer();
    site.setConfig({ servers: [{ name: "Home", url: line.url, kind: "ollama" }] });
    await keepServers(page, [
      ["Home", line.url],
      ["Shed", shed.url],
    ]);
    chat = new ChatPage(page, site.url);
    await chat.open();
    await page.getByRole("button", { name: /^Server: / }).click();
    await page.getByRole("menuitemradio", { name: /^By rule/ }).click();
    await chat.ask("First");
    await expect(chat.reply.locator('[data-part="server"]')).toContainText("on Home");
    await expect(chat.reply).toHaveAttribute("data-status", "done");
  });

  test.afterEach(() => line.close());

  test("by rule, a server that falls silent is given up, and the next one answers", async () => {
    shed.script(says("I am awake."));
    line.hush();
    await chat.ask("Still there?");
    await expect(chat.replies).toHaveCount(2);
    await expect(chat.reply).toHaveAttribute("data-status", "done", { timeout: 20_000 });
    await expect(chat.body(chat.reply)).toHaveText("I am awake.");
    await expect(chat.reply.locator('[data-part="server"]')).toContainText("on Shed");
  });

  test("by rule, an error in a stream that has no text yet is no reply: the next one is asked", async ({
    ollama,
  }) => {
    const failing = {
      about: "a stream that begins with an error",
      steps: [],
      end: { errorMember: "out of slots" },
    };
    ollama.script(failing);
    shed.script(says("I have one."));
    await chat.ask("Any slots?");
    await expect(chat.replies).toHaveCount(2);
    await expect(chat.reply).toHaveAttribute("data-status", "done");
    await expect(chat.body(chat.reply)).toHaveText("I have one.");
    await expect(chat.reply.locator('[data-part="tried"]')).toContainText("Home did not answer");
  });

  test("by rule, a server that is only slow to begin is waited for, however long", async ({ ollama }) => {
    ollama.script(scenarios.pausedBeforeFirst);
    await chat.ask("Take your time");
    await expect.poll(() => ollama.paused).toBe(1);
    const before = lists(ollama);
    // It was asked whether it is alive, and said so.
    await expect.poll(() => lists(ollama), { timeout: 20_000 }).toBeGreaterThan(before + 1);
    expect(chats(shed)).toBe(0);
    ollama.release();
    await expect(chat.body(chat.reply)).toHaveText("Released.");
    await expect(chat.reply.locator('[data-part="server"]')).toContainText("on Home");
    expect(chats(shed)).toBe(0);
  });
});

test("five hundred models on each of three servers are one list of five hundred", async ({
  page,
  site,
  startServer,
}) => {
  const models = Array.from({ length: 500 }, (_, index) => ({
    name: `model-${index}:7b`,
    capabilities: ["completion"] as const,
  }));
  const servers = await Promise.all(["Home", "Shed", "Cellar"].map(() => startServer({ models })));
  site.setConfig({
    servers: servers.map(({ url }, index) => ({ name: `Server ${index}`, url, kind: "ollama" })),
  });
  const chat = new ChatPage(page, site.url);
  await chat.open();
  await chat.modelButton.click();
  const list = page.getByRole("listbox", { name: "Models" });
  await expect(list.getByRole("option")).toHaveCount(500);
  await expect(list.getByRole("option").first()).toContainText(/Server 0.*Server 1.*Server 2/);
  await page.getByRole("searchbox", { name: "Search models" }).fill("model-423");
  await expect(list.getByRole("option")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(chat.modelButton).toContainText("model-423:7b");
  await expect(page.getByRole("button", { name: "Server: by rule, now Server 0" })).toBeVisible();
});
