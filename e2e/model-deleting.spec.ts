import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import type { ChatPage } from "./pages/chat-page.ts";
import { answer, ask, row } from "./pages/model-actions.ts";
import { expect, test } from "./support/test.ts";

test.describe("deleting", () => {
  async function remove(chat: ChatPage, model: string): Promise<void> {
    const dialog = await ask(chat, model, "Delete…");
    await dialog.getByRole("button", { name: "Delete", exact: true }).click();
    await expect(dialog).toHaveCount(0);
  }

  const notice = (page: Page) => page.getByRole("status").filter({ hasText: "will be deleted" });
  /** As if its time had passed. */
  const letGo = (page: Page) => notice(page).getByRole("button", { name: "Close" }).click();

  test("says what it frees and which conversations use it", async ({ chat, page }) => {
    await chat.ask("With llama");
    await expect(chat.reply).toHaveAttribute("data-status", "done");
    const dialog = await ask(chat, "llama3.2:latest", "Delete…");
    await expect(dialog).toContainText("Frees 2 GB at most");
    await expect(dialog).toContainText("1 conversation uses it");
    await expect(dialog.getByText("With llama")).toBeVisible();
    await expect(dialog).toContainText("is in memory");
    const { violations } = await new AxeBuilder({ page }).include('[role="dialog"]').analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(notice(page)).toHaveCount(0);
  });

  test("another name of the same model frees nothing", async ({ chat, page }) => {
    const copy = await ask(chat, "llama3.2:latest", "Copy…");
    await copy.getByRole("textbox", { name: "New name" }).fill("mine");
    await copy.getByRole("button", { name: "Copy", exact: true }).click();
    await expect(row(page, "mine:latest")).toBeVisible();
    const dialog = await ask(chat, "mine:latest", "Delete…");
    await expect(dialog).toContainText("almost no disk space");
    await expect(dialog).toContainText("llama3.2:latest is the same model");
  });

  test("what will be deleted is marked until it is, and can be kept where it stands", async ({
    chat,
    page,
    ollama,
  }) => {
    await remove(chat, "llama3.2:latest");
    const llama = row(page, "llama3.2:latest");
    await expect(llama).toContainText("will be deleted");
    await expect(llama.getByRole("checkbox")).toBeDisabled();
    // All but this one.
    await page.getByRole("checkbox", { name: "Select all" }).click();
    await expect(page.getByRole("region", { name: "Selected models" })).toContainText("3 selected");
    await llama.getByRole("button", { name: "Do not delete llama3.2:latest" }).click();
    await expect(notice(page)).toHaveCount(0);
    await expect(llama).not.toContainText("will be deleted");
    await expect(llama.getByRole("button", { name: "Options for llama3.2:latest" })).toBeFocused();
    await expect(llama.getByRole("checkbox")).toBeEnabled();
    expect(ollama.requestsTo("/api/delete")).toHaveLength(0);
  });

  test("Undo keeps the model, and nothing was sent", async ({ chat, page, ollama }) => {
    await remove(chat, "llama3.2:latest");
    await notice(page).getByRole("button", { name: "Undo" }).click();
    await expect(notice(page)).toHaveCount(0);
    await expect(row(page, "llama3.2:latest")).toBeVisible();
    expect(ollama.requestsTo("/api/delete")).toHaveLength(0);
  });

  test("closing the page before it is sent deletes nothing", async ({ chat, page, ollama }) => {
    await remove(chat, "llama3.2:latest");
    await expect(notice(page)).toBeVisible();
    await page.reload();
    await expect(row(page, "llama3.2:latest")).toBeVisible();
    expect(ollama.requestsTo("/api/delete")).toHaveLength(0);
  });

  test("it is sent by itself, but not while I point at its notice", async ({ chat, page, ollama }) => {
    await page.clock.install();
    await remove(chat, "llama3.2:latest");
    await notice(page).hover();
    await page.clock.runFor(30_000);
    expect(ollama.requestsTo("/api/delete")).toHaveLength(0);
    await page.mouse.move(0, 0);
    await page.clock.runFor(11_000);
    await expect.poll(() => ollama.modelNames()).not.toContain("llama3.2:latest");
    await expect(row(page, "llama3.2:latest")).toHaveCount(0);
  });

  test("several at once, one request after the other", async ({ chat, page, ollama }) => {
    await chat.open("#/models");
    await page.getByRole("checkbox", { name: /llama3\.2:latest/ }).check();
    await page.getByRole("checkbox", { name: /qwen3:8b/ }).check();
    await page.getByRole("button", { name: /^Delete/ }).click();
    const dialog = page.getByRole("dialog", { name: "Delete 2 models?" });
    await expect(dialog).toContainText("Frees 7.2 GB at most");
    await dialog.getByRole("button", { name: "Delete 2 models" }).click();
    await expect(notice(page)).toContainText("2 models will be deleted");
    await letGo(page);
    await expect.poll(() => ollama.modelNames()).toEqual(["nomic-embed-text:latest", "gpt-oss:120b-cloud"]);
    expect(ollama.requestsTo("/api/delete").map(({ status }) => status)).toEqual([200, 200]);
    await expect(row(page, "qwen3:8b")).toHaveCount(0);
  });

  test("a refusal puts the model back, with the reason", async ({ chat, page }) => {
    await answer(page, "/api/delete", 500, "remove blobs: permission denied");
    await remove(chat, "llama3.2:latest");
    await letGo(page);
    const alert = page.getByRole("alert").filter({ hasText: "llama3.2:latest was not deleted" });
    await expect(alert).toContainText("permission denied");
    await expect(row(page, "llama3.2:latest")).toBeVisible();
    await page.unroute("**/api/delete");
    await alert.getByRole("button", { name: "Retry" }).click();
    await expect(alert).toHaveCount(0);
    await letGo(page);
    await expect(row(page, "llama3.2:latest")).toHaveCount(0);
  });

  test("a model that is gone already is as good as deleted", async ({ chat, page, ollama }) => {
    await remove(chat, "llama3.2:latest");
    ollama.setModels([{ name: "other:1b", capabilities: ["completion"] }]);
    await letGo(page);
    await expect(row(page, "other:1b")).toBeVisible();
    await expect(row(page, "llama3.2:latest")).toHaveCount(0);
    expect(ollama.requestsTo("/api/delete").map(({ status }) => status)).toEqual([404]);
    await expect(page.getByRole("alert")).toHaveCount(0);
  });

  test("where the answer is lost, the list tells that it is gone", async ({ chat, page, ollama }) => {
    await page.route("**/api/delete", async (route) => {
      if (route.request().method() !== "OPTIONS") await route.fetch();
      await route.abort();
    });
    await remove(chat, "llama3.2:latest");
    await letGo(page);
    await expect(row(page, "llama3.2:latest")).toHaveCount(0);
    expect(ollama.modelNames()).not.toContain("llama3.2:latest");
    await expect(page.getByRole("alert")).toHaveCount(0);
  });

  test("a server that is gone leaves it open whether it was deleted", async ({ chat, page, ollama }) => {
    await remove(chat, "llama3.2:latest");
    await ollama.close();
    await letGo(page);
    const alert = page.getByRole("alert").filter({ hasText: "llama3.2:latest may not have been deleted" });
    await expect(alert).toBeVisible();
    await alert.getByRole("button", { name: "Dismiss" }).click();
    await expect(alert).toHaveCount(0);
  });
});
