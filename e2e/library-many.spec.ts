import type { Page } from "@playwright/test";
import { names, row, rows } from "./pages/model-library.ts";
import type { FakeModel } from "./support/ollama/model.ts";
import { expect, test } from "./support/test.ts";

const many: readonly FakeModel[] = Array.from({ length: 500 }, (_, index) => ({
  name: `model-${index}:${(index % 9) + 1}b`,
  family: `family${index % 7}`,
  parameterSize: `${(index % 9) + 1}B`,
  size: 1_000_000_000 + index,
  capabilities: index % 4 === 0 ? ["completion", "tools"] : ["completion"],
}));

test.describe("with five hundred models", () => {
  test.use({ server: { models: many } });

  const table = (page: Page) => page.getByRole("table", { name: "Models" });

  test("each is found as I type, and the table says how many there are", async ({ chat, page }) => {
    await chat.open("#/models");
    await expect(table(page)).toHaveAttribute("aria-rowcount", "501");
    await page.getByRole("searchbox", { name: "Filter models" }).pressSequentially("model-42");
    // 42 and 420 to 429.
    await expect(table(page)).toHaveAttribute("aria-rowcount", "12");
    await expect(rows(page)).toHaveCount(11);
    await page.getByRole("searchbox", { name: "Filter models" }).fill("");
    await expect(table(page)).toHaveAttribute("aria-rowcount", "501");
  });

  for (const layout of ["Table", "Cards"])
    test(`those near the screen are drawn, and all are reached by scrolling: ${layout}`, async ({
      chat,
      page,
    }) => {
      await chat.open("#/models");
      await page.getByRole("button", { name: layout }).click();
      await page.getByRole("columnheader", { name: "Size" }).getByRole("button").click();
      await expect.poll(async () => (await names(page))[0]).toBe("model-499:5b");
      const drawn = await rows(page).count();
      expect(drawn).toBeLessThan(200);
      expect(await page.evaluate(namesSeenUntil, "model-0:1b")).toBe(500);
      await expect(row(page, "model-0:1b")).toHaveAttribute("aria-rowindex", "501");
      expect(await rows(page).count()).toBeLessThan(200);
    });

  test("the keyboard goes to the last row and back, and the focus stays in a row out of sight", async ({
    chat,
    page,
  }) => {
    await chat.open("#/models");
    await page.getByRole("columnheader", { name: "Size" }).getByRole("button").click();
    const checkbox = (name: string) => page.getByRole("checkbox", { name: `Select ${name}`, exact: true });
    await checkbox("model-499:5b").focus();
    await page.keyboard.press("End");
    await expect(checkbox("model-0:1b")).toBeFocused();
    await expect(row(page, "model-0:1b")).toBeInViewport();
    await page.keyboard.press("ArrowUp");
    await expect(checkbox("model-1:2b")).toBeFocused();
    await page.keyboard.press("Home");
    await expect(checkbox("model-499:5b")).toBeFocused();
    await page.mouse.move(640, 600);
    await page.mouse.wheel(0, 15_000);
    await expect(row(page, "model-200:3b")).toBeAttached();
    await expect(checkbox("model-499:5b")).toBeFocused();
  });

  test("a range and all reach over what is not drawn", async ({ chat, page }) => {
    await chat.open("#/models");
    await page.getByRole("columnheader", { name: "Size" }).getByRole("button").click();
    const bar = page.getByRole("region", { name: "Selected models" });
    await page.getByRole("checkbox", { name: "Select model-499:5b", exact: true }).click();
    await page.keyboard.press("End");
    await page.getByRole("checkbox", { name: "Select model-0:1b", exact: true }).click({
      modifiers: ["Shift"],
    });
    await expect(bar).toContainText("500 selected");
    await bar.getByRole("button", { name: "Clear selection" }).click();
    await page.getByRole("checkbox", { name: "Select all" }).press("Space");
    await expect(bar).toContainText("500 selected");
  });
});

test.describe("with a hundred models", () => {
  test.use({ server: { models: many.slice(0, 100) } });

  test("each has its row, wherever it is", async ({ chat, page }) => {
    await chat.open("#/models");
    await expect(rows(page)).toHaveCount(100);
    for (const { name } of many.slice(0, 100)) await expect(row(page, name)).toHaveCount(1);
  });
});

/** How many names were in the page at some time, while it was scrolled from row to row down to this one. */
async function namesSeenUntil(end: string): Promise<number> {
  const rowsNow = () => [...document.querySelectorAll<HTMLElement>('[role="row"][aria-label]')];
  const seen = new Set<string | null>();
  for (;;) {
    const drawn = rowsNow();
    for (const { ariaLabel } of drawn) seen.add(ariaLabel);
    const last = drawn.at(-1);
    if (!last || last.ariaLabel === end) return seen.size;
    last.scrollIntoView({ block: "end" });
    while (rowsNow().at(-1)?.ariaLabel === last.ariaLabel)
      await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}
