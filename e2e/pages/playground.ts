import type { Locator, Page } from "@playwright/test";

/** Models of which one can do all that a completion may ask for. */
export const completionModels = [
  { name: "coder:7b", capabilities: ["completion", "insert", "thinking", "vision"] as const, parameters: {} },
  { name: "plain:1b", capabilities: ["completion"] as const, parameters: {} },
  { name: "embedder:latest", capabilities: ["embedding"] as const, parameters: {} },
];

/** Parts of the form that are folded at first. */
export const textsTitle = "System, template, text after";
export const answerTitle = "Form of the answer";

export function prompt(page: Page): Locator {
  return field(page, "Prompt");
}

export function field(page: Page, name: string): Locator {
  return page.getByRole("textbox", { name, exact: true });
}

export function result(page: Page): Locator {
  return page.getByRole("region", { name: "Answer" });
}

/** The model's text. */
export function answer(page: Page): Locator {
  return result(page).locator("[data-part=body]");
}

export function button(page: Page, name: "Run" | "Stop"): Locator {
  return page.getByRole("button", { name, exact: true });
}

/** Opens or closes parts of the form. */
export async function fold(page: Page, ...titles: readonly string[]): Promise<void> {
  for (const title of titles) await page.locator("summary").filter({ hasText: title }).click();
}
