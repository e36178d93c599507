import type { Locator, Page } from "@playwright/test";
import { ChatPage } from "./pages/chat-page.ts";
import type { FakeOllama } from "./support/fake-ollama.ts";
import { defaultModels } from "./support/fake-models.ts";
import { scenarios, says } from "./support/scenarios.ts";
import { startSilentServer } from "./support/silent-server.ts";
import { expect, test } from "./support/test.ts";

const [llama] = defaultModels;
const own = (name: string) => ({ name, capabilities: ["completion"] as const });

const list = (page: Page) => page.getByRole("listbox", { name: "Models" });
const option = (page: Page, name: string) => list(page).getByRole("option", { name });
const serverMenu = (page: Page) => page.getByRole("button", { name: /^Server: / });
const states = (page: Page) => page.getByRole("list", { name: "Servers without a present list" });
const writer = (reply: Locator) => reply.locator('[data-part="server"]');
const tried = (reply: Locator) => reply.locator('[data-part="tried"]');

const entry = (name: string, { url }: { url: string }) => ({ name, url, kind: "ollama" });

async function chooseServer(page: Page, name: string) {
  await serverMenu(page).click();
  await page.getByRole("menuitemradio", { name: new RegExp(`^${name}`) }).click();
  await expect(serverMenu(page)).toHaveAttribute(
    "aria-label",
    name === "By rule" ? /by rule/ : new RegExp(`^Server: ${name}`),
  );
}

const chats = (server: FakeOllama) => server.requestsTo("/v1/chat/completions").length;

/** Home and Shed, both with llama; Home alone has qwen, Shed alone has mistral. */
test.describe("with two servers", () => {
  let shed: FakeOllama;
  let chat: ChatPage;

  test.beforeEach(async ({ page, site, ollama, startServer }) => {
    shed = await startServer({ models: llama ? [llama, own("mistral:7b")] : [] });
    site.setConfig({ servers: [entry("Home", ollama), entry("Shed", shed)] });
    chat = new ChatPage(page, site.url);
    await chat.open();
    await expect(chat.modelButton).toBeVisible();
  });

  test("one list has the models of both, each with the servers that have it", async ({ page }) => {
    await chat.modelButton.click();
    await expect(page.getByRole("searchbox", { name: "Search models" })).toBeFocused();
    await expect(option(page, "llama3.2:latest")).toHaveCount(1);
    await expect(option(page, "llama3.2:latest")).toContainText(/Home.*Shed/);
    await expect(option(page, "qwen3:8b")).toContainText("Home");
    await expect(option(page, "qwen3:8b")).not.toContainText("Shed");
    await expect(option(page, "mistral:7b")).toContainText("Shed");
    await expect(states(page)).toHaveCount(0);
    await page.getByRole("group", { name: "Server" }).getByRole("button", { name: "Shed" }).click();
    await expect(option(page, "qwen3:8b")).toHaveCount(0);
    await expect(list(page).getByRole("option")).toHaveCount(2);
  });

  test("a model that one server has is asked there, whichever is in use", async ({ ollama }) => {
    shed.script(says("From the shed."));
    await chat.chooseModel("mistral:7b");
    await chat.ask("Hi");
    await expect(chat.body(chat.reply)).toHaveText("From the shed.");
    await expect(writer(chat.reply)).toContainText("on Shed");
    expect(chats(ollama)).toBe(0);
  });

  test("I choose the server of a model by hand, it stays with the conversation, and the next one begins there", async ({
    page,
    ollama,
  }) => {
    await chooseServer(page, "Shed");
    await chat.ask("First");
    await expect(chat.reply).toHaveAttribute("data-status", "done");
    await expect(writer(chat.reply)).toContainText("on Shed");
    await page.reload();
    await expect(serverMenu(page)).toHaveAttribute("aria-label", "Server: Shed");
    await chat.ask("Second");
    await expect(chat.replies).toHaveCount(2);
    await expect(chat.reply).toHaveAttribute("data-status", "done");
    await chat.sidebar.getByRole("link", { name: "New conversation" }).click();
    await expect(serverMenu(page)).toHaveAttribute("aria-label", "Server: Shed");
    await chooseServer(page, "Home");
    await chat.ask("Third");
    await expect(writer(chat.reply)).toContainText("on Home");
    expect([chats(ollama), chats(shed)]).toEqual([1, 2]);
  });

  test("the menu of servers works with the keyboard alone", async ({ page }) => {
    await serverMenu(page).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("menuitemradio", { name: /^Shed/ })).toBeVisible();
    for (const name of [/^By rule/, /^Home/, /^Shed/]) {
      await page.keyboard.press("ArrowDown");
      await expect(page.getByRole("menuitemradio", { name })).toBeFocused();
    }
    await page.keyboard.press("Enter");
    await expect(serverMenu(page)).toHaveAttribute("aria-label", "Server: Shed");
  });

  test("by rule, the server that has the model in memory is asked", async ({ page, ollama }) => {
    await chooseServer(page, "Shed");
    await chat.ask("Load it there");
    await expect(chat.reply).toHaveAttribute("data-status", "done");
    expect(shed.namesInMemory()).toEqual(["llama3.2:latest"]);
    await chooseServer(page, "By rule");
    await chat.ask("And now?");
    await expect(chat.replies).toHaveCount(2);
    await expect(writer(chat.reply)).toContainText("on Shed");
    await expect(chat.reply).toHaveAttribute("data-status", "done");
    expect(chats(ollama)).toBe(0);
  });

  test("by rule, a server that refuses before the first token is followed by the next, and the reply says so", async ({
    page,
    ollama,
  }) => {
    await chooseServer(page, "By rule");
    ollama.script(scenarios.queueFull);
    shed.script(says("I have time."));
    await chat.ask("Anyone?");
    await expect(chat.reply).toHaveAttribute("data-status", "done");
    await expect(chat.body(chat.reply)).toHaveText("I have time.");
    await expect(writer(chat.reply)).toContainText("on Shed");
    await expect(tried(chat.reply)).toHaveText("Home did not answer: The server is busy: its queue is full");
    expect([chats(ollama), chats(shed)]).toEqual([1, 1]);
    await page.reload();
    await expect(tried(chat.reply)).toContainText("Home did not answer");
    await expect(writer(chat.reply)).toContainText("on Shed");
  });

  test("by rule, a server that went away is followed by the next", async ({ page, ollama }) => {
    await chooseServer(page, "By rule");
    await chat.ask("First");
    await expect(writer(chat.reply)).toContainText("on Home");
    await expect(chat.reply).toHaveAttribute("data-status", "done");
    await ollama.close();
    await chat.ask("Second");
    await expect(chat.replies).toHaveCount(2);
    await expect(chat.reply).toHaveAttribute("data-status", "done");
    await expect(writer(chat.reply)).toContainText("on Shed");
  });

  test("after the first token there is no fail-over: the text stays and the reply is interrupted", async ({
    page,
    ollama,
  }) => {
    await chooseServer(page, "By rule");
    ollama.script(scenarios.reset);
    await chat.ask("Begin");
    await expect(chat.reply).toHaveAttribute("data-status", "interrupted");
    await expect(chat.body(chat.reply)).toHaveText("Half a sent");
    await expect(writer(chat.reply)).toContainText("on Home");
    await expect(tried(chat.reply)).toHaveCount(0);
    expect(chats(shed)).toBe(0);
  });

  test("what is wrong with the question itself is not asked again elsewhere", async ({ page, ollama }) => {
    await chooseServer(page, "By rule");
    ollama.script(scenarios.badRequest);
    await chat.ask("Bad");
    await expect(chat.reply).toHaveAttribute("data-status", "failed");
    expect([chats(ollama), chats(shed)]).toEqual([1, 0]);
  });

  test("a server chosen by hand has no stand-in, but I can ask the other instead", async ({
    page,
    ollama,
  }) => {
    await chooseServer(page, "Home");
    ollama.script(scenarios.queueFull);
    shed.script(says("Here."));
    await chat.ask("Anyone?");
    await expect(chat.reply).toHaveAttribute("data-status", "failed");
    expect(chats(shed)).toBe(0);
    await chat.reply.getByRole("button", { name: "Ask Shed instead" }).click();
    await expect(chat.body(chat.reply)).toHaveText("Here.");
    await expect(writer(chat.reply)).toContainText("on Shed");
    await expect(serverMenu(page)).toHaveAttribute("aria-label", "Server: Home");
  });

  test("stopping ends it all: no other server is asked", async ({ page, ollama }) => {
    await chooseServer(page, "By rule");
    ollama.script(scenarios.pausedBeforeFirst);
    await chat.ask("Wait");
    await expect.poll(() => ollama.paused).toBe(1);
    await chat.stop.click();
    await expect(chat.reply).toHaveAttribute("data-status", "stopped");
    expect([chats(ollama), chats(shed)]).toEqual([1, 0]);
  });

  test("the library shows one server, and I switch it there", async ({ page }) => {
    await chat.open("#/models");
    const main = page.getByRole("main");
    await expect(main).toContainText("qwen3:8b");
    await main.getByRole("combobox", { name: "Server" }).selectOption("Shed");
    await expect(main).toContainText("mistral:7b");
    await expect(main).not.toContainText("qwen3:8b");
  });

  test("a conversation whose server was taken off the list is asked on the one in use, and I am told", async ({
    page,
    site,
    ollama,
  }) => {
    await chooseServer(page, "Shed");
    await chat.ask("First");
    await expect(chat.reply).toHaveAttribute("data-status", "done");
    site.setConfig({ servers: [entry("Home", ollama)] });
    await page.reload();
    await expect(serverMenu(page)).toHaveAttribute(
      "aria-label",
      `Server: Home, instead of ${shed.url.replace("http://", "")}, which is no longer on the list`,
    );
    await chat.ask("Second");
    await expect(chat.replies).toHaveCount(2);
    await expect(chat.reply).toHaveAttribute("data-status", "done");
    expect([chats(ollama), chats(shed)]).toEqual([1, 1]);
  });

  test("a server that went away is shown with its last list and that list's age", async ({ page }) => {
    await chat.modelButton.click();
    await expect(option(page, "mistral:7b")).toBeVisible();
    await shed.close();
    await page.reload();
    await chat.modelButton.click();
    await expect(states(page)).toContainText(/Shed cannot be asked now\. This is its list from .* ago/);
    await expect(option(page, "mistral:7b")).toContainText("cannot be asked now");
    await expect(option(page, "llama3.2:latest")).toContainText("Home");
    await shed.restart();
    await states(page).getByRole("button", { name: "Ask Shed again" }).click();
    await expect(states(page)).toHaveCount(0);
    await expect(option(page, "mistral:7b")).not.toContainText("cannot be asked now");
  });
});

test("a server that never says a word delays nobody", async ({ page, site, ollama, startServer }) => {
  const silent = await startSilentServer();
  const shed = await startServer({ models: [own("mistral:7b")] });
  const cellar = { ...entry("Cellar", silent) };
  site.setConfig({ servers: [cellar, entry("Home", ollama), entry("Shed", shed)] });
  const chat = new ChatPage(page, site.url);
  await chat.open();
  await chat.modelButton
    .or(page.getByRole("button", { name: "Model not chosen" }))
    .first()
    .click();
  await expect(option(page, "qwen3:8b")).toContainText("Home");
  await expect(option(page, "mistral:7b")).toContainText("Shed");
  await expect(states(page)).toContainText("Cellar");
  await option(page, "qwen3:8b").click();
  await chat.ask("Hi");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await expect(writer(chat.reply)).toContainText("on Home");
  expect(silent.connections).toBeGreaterThan(0);
  await silent.close();
});
