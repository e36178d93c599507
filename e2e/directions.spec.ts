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

test("So does one in a list within an item, or in a quote, of the other direction", async ({
  chat,
  ollama,
}) => {
  ollama.script(says("- דרישות:\n  - one\n  - two\n\n> ציטוט\n>\n> 1. one\n> 2. two\n"));
  await chat.ask("Show me");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  const body = chat.body(chat.reply);
  const left = (await place(body)).left;
  const items = body.getByRole("listitem").filter({ hasNotText: "דרישות" });
  await expect(items).toHaveCount(4);
  for (const item of await items.all()) expect((await place(item)).left).toBeGreaterThan(left + 20);
});

test("Numbers, boxes and notes stand on the side where their words begin, also with parts of their own", async ({
  chat,
  ollama,
}) => {
  ollama.script(
    says("1. שלב\n\n   עוד\n\n2. `npm` סוף\n\nסוף[^1]\n\n- [x] משימה\n\n- [ ] עוד אחת\n\n[^1]: הערה\n"),
  );
  await chat.ask("Show me");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  const body = chat.body(chat.reply);
  const items = body.getByRole("listitem");
  await expect(items).toHaveCount(4);
  const note = body.locator(".markdown-footnote");
  for (const item of [...(await items.all()), note]) await expect(item).toHaveCSS("direction", "rtl");
  const words = await place(body.getByText("משימה", { exact: true }));
  expect((await place(body.getByRole("checkbox").first())).left).toBeGreaterThanOrEqual(words.right);
  expect((await place(note.locator("sup"))).left).toBeGreaterThanOrEqual(
    (await place(note.getByRole("paragraph"))).right,
  );
});

test("Code and addresses among words from right to left keep their marks in place", async ({
  chat,
  ollama,
}) => {
  ollama.script(says("`foo()` היא https://a.example/b/\n\nhttps://a.example/ הוא `--help`\n\n## `x;` כאן\n"));
  await chat.ask("Show me");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  const body = chat.body(chat.reply);
  for (const part of await body.locator("code, a").all()) await expect(part).toHaveCSS("direction", "ltr");
  for (const part of await body.locator("p, h4").all()) await expect(part).toHaveCSS("direction", "rtl");
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

for (const [direction, head, column] of [
  ["left-to-right", "| Name | שם | Name | שם |", ["a", "ב", "c", "ד"]],
  ["right-to-left", "| שם | API | שם | API |", ["א", "b", "ג", "d"]],
] as const) {
  test(`In a ${direction} table a head begins where its column does, in any language`, async ({
    chat,
    ollama,
  }) => {
    ollama.script(says(`${head}\n|---|---|:--|--:|\n| ${column.join(" | ")} |\n`));
    await chat.ask("Show me");
    await expect(chat.reply).toHaveAttribute("data-status", "done");
    const table = chat.body(chat.reply).getByRole("table");
    const starts = (role: "columnheader" | "cell") =>
      table.getByRole(role).evaluateAll((cells) =>
        cells.map((cell, index) => {
          const range = document.createRange();
          if (cell.firstChild) range.selectNode(cell.firstChild);
          const { left, right } = range.getBoundingClientRect();
          const isRight = getComputedStyle(cell).textAlign === "right";
          return `${index} ${isRight} ${Math.round(isRight ? right : left)}`;
        }),
      );
    expect(await starts("columnheader")).toEqual(await starts("cell"));
  });
}

test("The source of a reply has each line in its own direction, and names what would reorder it", async ({
  chat,
  ollama,
}) => {
  ollama.script(says("שלום, **עולם**.\n\nlet a = 1;\n\na\u202Eb\u202C\n"));
  await chat.ask("Show me");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await chat.reply.getByRole("button", { name: "Show source" }).click();
  const body = chat.body(chat.reply);
  await expect(body.locator("[data-name]").first()).toHaveAttribute("data-name", "U+202E");
  const ends = await body.evaluate((element) => {
    const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
    const at = (character: string) => {
      const range = document.createRange();
      const start = text?.textContent?.indexOf(character) ?? -1;
      if (text) range.setStart(text, start);
      if (text) range.setEnd(text, start + 1);
      return range.getBoundingClientRect().left;
    };
    return { hebrew: at("ש") - at("."), english: at(";") - at("l") };
  });
  expect(ends.hebrew).toBeGreaterThan(0);
  expect(ends.english).toBeGreaterThan(0);
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
