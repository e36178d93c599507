import type { Locator, Page } from "@playwright/test";

/** Rows of models: all but the one with the heads. */
export function rows(page: Page): Locator {
  return page.getByRole("row").filter({ has: page.getByRole("cell") });
}

export function row(page: Page, name: string): Locator {
  return page.getByRole("row", { name, exact: true });
}

export async function names(page: Page): Promise<readonly (string | null)[]> {
  return rows(page).evaluateAll((all) => all.map((one) => one.getAttribute("aria-label")));
}
