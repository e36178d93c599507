import { expect, type Page } from "@playwright/test";
import type { ChatPage } from "./chat-page.ts";

export const chatPath = "/v1/chat/completions";

/** Goes to a page as a link does: the tab stays the same. */
export async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, address);
}

export const list = (page: Page) => page.getByRole("listbox", { name: "Requests" });
export const rows = (page: Page, name: string | RegExp) => list(page).getByRole("option", { name });
export const details = (page: Page) => page.getByRole("region", { name: /^Request \d+$/ });
export const requestBody = (page: Page) => details(page).getByRole("region", { name: "Body of the request" });
export const answerBody = (page: Page) => details(page).getByRole("region", { name: "Body of the answer" });

export async function record(page: Page): Promise<void> {
  await goTo(page, "#/requests");
  // The first page that loads lazily, perhaps on a machine with much to do.
  await expect(page.getByText("Recording.", { exact: true })).toBeVisible({ timeout: 20_000 });
}

/** Records while a question is asked, and comes back when its reply has this status. */
export async function recordChat(
  page: Page,
  chat: ChatPage,
  question: string,
  status = "done",
): Promise<void> {
  await record(page);
  await goTo(page, "#/");
  await expect(chat.modelButton).toContainText("llama3.2");
  await chat.ask(question);
  await expect(chat.reply).toHaveAttribute("data-status", status);
  await goTo(page, "#/requests");
}
