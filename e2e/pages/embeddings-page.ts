import type { Locator, Page } from "@playwright/test";

/** What is on the page of embeddings. */
export function embeddingParts(page: Page) {
  const form = page.getByRole("form", { name: "Embedding" });
  const result = page.getByRole("region", { name: "Result" });
  return {
    form,
    result,
    model: form.getByRole("combobox", { name: "Model" }),
    texts: form.getByRole("textbox", { name: "Texts" }),
    dimensions: form.getByRole("textbox", { name: "Dimensions" }),
    keepAlive: form.getByRole("textbox", { name: "Keep in memory" }),
    embed: form.getByRole("button", { name: "Embed", exact: true }),
    stop: form.getByRole("button", { name: "Stop", exact: true }),
    alert: result.getByRole("alert"),
    table: result.getByRole("table", { name: /Similarity/ }),
  };
}

/** One figure of a result. */
export const fact = (result: Locator, name: string) =>
  result
    .locator("dl > div")
    .filter({ has: result.page().getByText(name, { exact: true }) })
    .locator("dd");
