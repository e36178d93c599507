import type { Locator } from "@playwright/test";

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
