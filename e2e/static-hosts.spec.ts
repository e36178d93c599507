import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { ChatPage } from "./pages/chat-page.ts";
import { codeBlock, PreviewPanel } from "./pages/preview-panel.ts";
import { says } from "./support/scenarios.ts";
import { startFallbackHost, startObjectStore, startServe } from "./support/static-hosts.ts";
import { expect, test as base } from "./support/test.ts";

const test = base.extend<{ folder: string }>({
  /** The build as it is uploaded, with a config.json beside the page. */
  folder: async ({ ollama }, use) => {
    const folder = mkdtempSync(join(tmpdir(), "candor-host-"));
    cpSync("dist", folder, { recursive: true });
    writeFileSync(
      join(folder, "config.json"),
      JSON.stringify({ servers: [{ name: "Team", url: ollama.url }] }),
    );
    await use(folder);
    rmSync(folder, { recursive: true });
  },
});

/** What has files of its own: the page, pages that load late, colours of code, formulas, frames. */
async function goesThrough(page: Page, chat: ChatPage): Promise<void> {
  await chat.ask("Write me a page");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await expect(chat.body(chat.reply).locator(".katex").first()).toBeVisible();
  await expect(chat.body(chat.reply).getByRole("img", { name: /^Diagram, flowchart/ })).toBeVisible();
  await chat.reply.getByRole("button", { name: "Preview", exact: true }).click();
  await expect(new PreviewPanel(page).content.getByRole("heading", { name: "Hello" })).toBeVisible();
  await page.reload();
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await page.evaluate(() => (location.hash = "#/models"));
  await expect(page.getByRole("heading", { name: "Models", exact: true })).toBeVisible();
}

const everything = says(
  `${codeBlock("html", "<h1>Hello</h1>")}\n$$x^2$$\n\n${codeBlock("mermaid", "flowchart LR\n  A --> B")}`,
);

test("npx serve: clean addresses and their redirects", async ({ page, ollama, folder }) => {
  const host = await startServe(folder);
  const chat = new ChatPage(page, host.url);
  ollama.script(everything);
  await page.goto(`${host.url}/index.html#/`);
  await expect(page).toHaveURL(`${host.url}/#/`);
  await goesThrough(page, chat);
  expect(host.answers).toEqual(
    expect.arrayContaining([
      "301 /index.html",
      "301 /frames/preview.html",
      "200 /frames/preview",
      "200 /config.json",
    ]),
  );
  expect(host.answers.filter((answer) => /^[45]/.test(answer))).toEqual([]);
  await host.close();
});

test("An object store behind a CDN: any path, no folders, no index, no rewriting", async ({
  page,
  ollama,
  folder,
}) => {
  const prefix = "/bucket/team a/candor@1.2.3/";
  const host = await startObjectStore(folder, prefix);
  const chat = new ChatPage(page, host.url);
  ollama.script(everything);
  await page.goto(`${host.url}${prefix}index.html`);
  await goesThrough(page, chat);
  expect(host.answers.filter((answer) => !answer.startsWith("200 "))).toEqual([]);
  expect(new URL(page.url()).pathname).toBe(`${encodeURI(prefix)}index.html`);
  await host.close();
});

test("A host that answers everything with the page: a missing config.json is none", async ({
  page,
  folder,
  ollama,
}) => {
  rmSync(join(folder, "config.json"));
  const host = await startFallbackHost(folder);
  const chat = new ChatPage(page, host.url);
  await chat.open("#/connection");
  await expect(page.getByRole("textbox", { name: "Server address" }).first()).toBeVisible();
  expect(host.answers).toContain("200 /config.json");
  await expect(page.getByText("config.json")).toHaveCount(0);
  writeFileSync(join(folder, "config.json"), JSON.stringify({ servers: [{ url: ollama.url }] }));
  await page.reload();
  await expect(chat.connection).toHaveAccessibleName(/connected/);
  await host.close();
});
