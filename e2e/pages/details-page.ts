import { expect, type Page } from "@playwright/test";

/** Opens a model's page, and says where things are on it. */
export async function openDetails(page: Page, name: string) {
  await page.evaluate((to) => (location.hash = to), `#/models/${encodeURIComponent(name)}`);
  const article = page.getByRole("article", { name });
  await expect(article.getByRole("tab", { name: "Parameters" })).toBeVisible();
  return {
    article,
    fact: (label: string) =>
      article
        .getByRole("term")
        .filter({ hasText: new RegExp(`^${label}$`) })
        .locator("xpath=following-sibling::dd"),
    tab: (label: string) => article.getByRole("tab", { name: label, exact: true }).click(),
    panel: article.getByRole("tabpanel"),
    verdict: article.getByRole("region", { name: "Will it fit?" }).getByRole("status").first(),
  };
}
