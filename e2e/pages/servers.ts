import type { Page } from "@playwright/test";

export const card = (page: Page, name: string) =>
  page.getByRole("region", { name: "Servers" }).getByRole("listitem").filter({ hasText: name });
export const address = (page: Page) => page.getByRole("textbox", { name: "Server address" });
export const diagnosis = (page: Page) => page.getByRole("region", { name: "Diagnosis" });
export const openMore = (page: Page) => page.getByText("Key, headers and more").click();
export const fillHeader = async (page: Page, number: number, name: string, value: string) => {
  await page.getByRole("button", { name: "Add header" }).click();
  await page.getByLabel(`Header ${number}: name`).fill(name);
  await page.getByLabel(`Header ${number}: value`).fill(value);
};

/** Fills the form of a new server on the connection page; saving is the caller's. */
export async function add(page: Page, { url, name, apiKey }: { url: string; name: string; apiKey?: string }) {
  await page.getByRole("button", { name: "Add server" }).click();
  await address(page).fill(url);
  await page.getByRole("textbox", { name: "Name", exact: true }).fill(name);
  if (apiKey !== undefined) {
    await openMore(page);
    await page.getByLabel("API key", { exact: true }).fill(apiKey);
  }
}
