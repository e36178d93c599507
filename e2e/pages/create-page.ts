import type { Page } from "@playwright/test";

/** The page where models are made, by role and name. */
export const box = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });
export const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
export const nameBox = (page: Page) => box(page, "Name of the new model");
export const baseBox = (page: Page) => page.getByRole("combobox", { name: "Base model" });
export const textBox = (page: Page) => box(page, "Modelfile");
export const create = (page: Page) => button(page, "Create").click();
export const made = (page: Page, name: string) => page.getByText(`${name} is made, and can be used.`);

export async function asText(page: Page, text: string): Promise<void> {
  await page.getByRole("radio", { name: "Modelfile" }).check();
  await textBox(page).fill(text);
}
