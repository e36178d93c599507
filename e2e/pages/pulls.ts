import type { Page } from "@playwright/test";

export async function pull(page: Page, ...names: readonly string[]) {
  for (const name of names) {
    await page.getByRole("textbox", { name: "Model name" }).fill(name);
    await page.getByRole("button", { name: "Pull", exact: true }).click();
  }
}

export const bar = (page: Page, name: string) => page.getByRole("progressbar", { name: `Pulling ${name}` });
export const queue = (page: Page) => page.getByRole("region", { name: "Queue" });
export const history = (page: Page) => page.getByRole("region", { name: "History" });
export const past = (page: Page, name: string) =>
  history(page).getByRole("listitem").filter({ hasText: name });

/** The names of all pulls in the queue, from above. */
export async function order(page: Page): Promise<string[]> {
  const labels = await queue(page)
    .getByRole("button", { name: /^Cancel pull of/ })
    .all();
  const names = await Promise.all(labels.map((label) => label.getAttribute("aria-label")));
  return names.map((name) => name?.replace("Cancel pull of ", "") ?? "");
}
