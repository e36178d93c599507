import type { Locator } from "@playwright/test";
import type { ChatPage } from "./chat-page.ts";

/** So many paragraphs of prose, each with its number. */
export const paragraphs = (count: number, from = 0) =>
  Array.from(
    { length: count },
    (_, index) => `Paragraph ${index + from} says that the river turns past old stones in quiet fields.`,
  ).join("\n\n");

/** How far the transcript is from its end, in pixels. */
export const distance = (log: Locator) =>
  log.evaluate((element) => element.scrollHeight - element.clientHeight - element.scrollTop);
/** Where the top of an element stands on the screen. */
export const topOf = (element: Locator) => element.evaluate((found) => found.getBoundingClientRect().top);

/** Chooses that a new question stays at the top while its reply grows, and goes to a new chat. */
export async function keepQuestionsAtTop(chat: ChatPage): Promise<void> {
  await chat.open("#/settings/general");
  await chat.page.getByRole("radio", { name: "Keep the question at the top" }).check();
  await chat.open("#/");
}
