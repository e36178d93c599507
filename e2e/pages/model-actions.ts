import { expect, type Locator, type Page } from "@playwright/test";
import type { ChatPage } from "./chat-page.ts";

/** Chooses from a model's menu in the library. */
export async function act(chat: ChatPage, model: string, item: string): Promise<void> {
  const { page } = chat;
  if (!page.url().endsWith("#/models")) await chat.open("#/models");
  await page.getByRole("button", { name: `Options for ${model}` }).click();
  await page.getByRole("menuitem", { name: item, exact: true }).click();
}

/** A dialog for one action on a model. */
export async function ask(chat: ChatPage, model: string, item: string): Promise<Locator> {
  await act(chat, model, item);
  const dialog = chat.page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  return dialog;
}

/** Ollama's answer to one route, which the fake would not give. */
export async function answer(
  page: Page,
  path: string,
  status: number,
  error: string,
  when = (_body: string) => true,
) {
  await page.route(`**${path}`, async (route) => {
    if (route.request().method() === "OPTIONS" || !when(route.request().postData() ?? ""))
      return route.continue();
    return route.fulfill({
      status,
      headers: { "Access-Control-Allow-Origin": "*", "Content-Type": "application/json; charset=utf-8" },
      body: JSON.stringify({ error }),
    });
  });
}

export const row = (page: Page, name: string) => page.getByRole("row", { name, exact: true });
