import type { Locator } from "@playwright/test";
import { says } from "./support/scenarios.ts";
import { expect, test } from "./support/test.ts";

const place = (locator: Locator): Promise<{ left: number; right: number }> =>
  locator.evaluate((element) => {
    const { left, right } = element.getBoundingClientRect();
    return { left, right };
  });

test("An item of the other direction keeps its mark, on its own side", async ({ chat, ollama }) => {
  ollama.script(says("1. שלב ראשון\n2. npm install\n3. סוף\n\nThen\n\n- one\n- שתיים\n"));
  await chat.ask("Show me");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  const lists = chat.body(chat.reply).getByRole("list");
  const hebrew = await place(lists.first());
  const english = await place(lists.last());
  const items = chat.body(chat.reply).getByRole("listitem");
  // The mark stands outside of its item, and within its list.
  expect((await place(items.nth(1))).left).toBeGreaterThan(hebrew.left + 20);
  expect((await place(items.nth(0))).right).toBeLessThan(hebrew.right - 20);
  expect((await place(items.nth(4))).right).toBeLessThan(english.right - 20);
});

test("A table of a right-to-left text begins on the right, and its columns are straight", async ({
  chat,
  ollama,
}) => {
  ollama.script(says("| שם | ערך | הערה |\n|---|---|---|\n| אבג | 1 | טוב |\n| דה | 25 | npm |\n"));
  await chat.ask("Show me");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  const table = chat.body(chat.reply).getByRole("table");
  await expect(table).toHaveCSS("direction", "rtl");
  const cells = table.getByRole("cell");
  const [first, second] = [await place(cells.nth(0)), await place(cells.nth(1))];
  expect(first.left).toBeGreaterThanOrEqual(second.right);
  for (const cell of await cells.all()) {
    const gap = await cell.evaluate((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      const words = range.getBoundingClientRect();
      const box = element.getBoundingClientRect();
      return { start: box.right - words.right, end: words.left - box.left };
    });
    expect(gap.start).toBeLessThan(1);
    expect(gap.end).toBeGreaterThan(10);
  }
});

test("A word that is too long for its column breaks there", async ({ chat, ollama }) => {
  const hash = "0123456789abcdef".repeat(8);
  ollama.script(
    says(`| Key | Hash | Note |\n|---|---|---|\n| a | ${hash} | The note |\n| b | \`${hash}\` | Another |\n`),
  );
  await chat.ask("Show me");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  for (const cell of await chat.body(chat.reply).getByRole("cell").all()) {
    expect(await cell.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(
      0,
    );
  }
});
