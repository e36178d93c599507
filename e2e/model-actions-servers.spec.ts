import { act, ask, row } from "./pages/model-actions.ts";
import { ChatPage } from "./pages/chat-page.ts";
import { past, pull } from "./pages/pulls.ts";
import { pullScenarios } from "./support/pull-scenarios.ts";
import { expect, test } from "./support/test.ts";

const entry = (name: string, { url }: { url: string }) => ({ name, url, kind: "ollama" });

test("A rename on one server leaves the conversations of the other, and a chat from its list is with it", async ({
  page,
  site,
  ollama,
  startServer,
}) => {
  const shed = await startServer();
  site.setConfig({ servers: [entry("Home", ollama), entry("Shed", shed)] });
  const chat = new ChatPage(page, site.url);
  await chat.open();
  await page.getByRole("button", { name: /^Server: / }).click();
  await page.getByRole("menuitemradio", { name: /^Shed/ }).click();
  await chat.ask("With the shed");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  const dialog = await ask(chat, "llama3.2:latest", "Rename…");
  await expect(dialog.getByRole("checkbox", { name: /conversation/ })).toHaveCount(0);
  await dialog.getByRole("textbox", { name: "New name" }).fill("lama");
  await dialog.getByRole("button", { name: "Rename" }).click();
  await expect(row(page, "lama:latest")).toBeVisible();
  await chat.sidebar.getByRole("link", { name: "With the shed" }).click();
  await expect(chat.modelButton).toHaveAccessibleName("Model llama3.2:latest");

  await chat.sidebar.getByRole("link", { name: "New conversation" }).click();
  await page.getByRole("button", { name: /^Server: / }).click();
  await page.getByRole("menuitemradio", { name: /^Shed/ }).click();
  await act(chat, "qwen3:8b", "Start a chat");
  await expect(page.getByRole("button", { name: /^Server: / })).toHaveAttribute("aria-label", "Server: Home");
});

test("A pull goes to the server that I choose, and says so when I look at another", async ({
  page,
  site,
  ollama,
  startServer,
}) => {
  const shed = await startServer({ anyPull: pullScenarios.quick });
  site.setConfig({ servers: [entry("Home", ollama), entry("Shed", shed)] });
  await page.goto(`${site.url}/#/pulls`);
  const server = page.getByRole("combobox", { name: "Server" });
  await server.selectOption("Shed");
  await pull(page, "tiny:1b");
  const notice = page.getByRole("status").filter({ hasText: "tiny:1b is ready" });
  // It stays while I point at it.
  await notice.hover();
  await expect(past(page, "tiny:1b")).toContainText("New");
  await expect(past(page, "tiny:1b")).not.toContainText(shed.url);
  await server.selectOption("Home");
  await expect(past(page, "tiny:1b")).toContainText(shed.url);
  expect(shed.modelNames()).toContain("tiny:1b");
  expect(ollama.requestsTo("/api/pull")).toHaveLength(0);
  // It is asked where it came.
  await notice.getByRole("button", { name: "Chat" }).click();
  await expect(page.getByRole("button", { name: /^Server: / })).toHaveAttribute("aria-label", "Server: Shed");
});
