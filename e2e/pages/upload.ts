import { createHash } from "node:crypto";
import { expect, type Locator, type Page } from "@playwright/test";

/** What the head of a small model says. */
export const llama = {
  "general.architecture": "llama",
  "general.name": "Tiny Llama",
  "general.size_label": "1.1B",
  "general.file_type": 15,
  "llama.context_length": 2048,
};

export function named(name: string, buffer: Buffer) {
  return { name, mimeType: "application/octet-stream", buffer };
}

export function digestOf(bytes: Buffer): string {
  return `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
}

/** The page that makes models, with files as their source: the chooser behind its button. */
export async function openFiles(page: Page, url: string) {
  await page.goto(`${url}/#/create`);
  await page.getByRole("radio", { name: "GGUF files" }).check();
  return page.getByLabel("GGUF files").and(page.locator("input[type=file]"));
}

export function rowOf(page: Page, name: string): Locator {
  return page.getByRole("listitem").filter({ hasText: name });
}

/** Drops files, their bytes as base64, onto the page. */
export async function drop(page: Page, files: readonly { name: string; text: string }[]) {
  const transfer = await page.evaluateHandle((all) => {
    const data = new DataTransfer();
    for (const { name, text } of all) {
      const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
      data.items.add(new File([bytes], name));
    }
    return data;
  }, files);
  const target = page.getByRole("heading", { name: "Models", level: 2 });
  await target.dispatchEvent("dragenter", { dataTransfer: transfer });
  await expect(page.getByText("Let go to add these files")).toBeVisible();
  await target.dispatchEvent("drop", { dataTransfer: transfer });
  await expect(page.getByText("Let go to add these files")).toBeHidden();
}
