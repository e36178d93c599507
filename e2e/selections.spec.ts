import type { Page } from "@playwright/test";
import type { ChatPage } from "./pages/chat-page.ts";
import { says } from "./support/scenarios.ts";
import { expect, test } from "./support/test.ts";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

/** Copies a whole reply as one does with the mouse and the keyboard. */
async function copyAll(chat: ChatPage, page: Page): Promise<{ text: string; html: string }> {
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await chat.body(chat.reply).evaluate((element) => getSelection()?.selectAllChildren(element));
  await page.evaluate(() => navigator.clipboard.writeText("nothing yet"));
  await page.keyboard.press("ControlOrMeta+c");
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).not.toBe("nothing yet");
  return page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const html = await item?.getType("text/html");
    return { text: await navigator.clipboard.readText(), html: (await html?.text()) ?? "" };
  });
}

const code = "all:\n\techo\n\n  two";
const reply = (first: string) =>
  `${first}\n\n| A | B |\n|-|-|\n| 1 | 2 |\n\n\`\`\`make\n${code}\n\`\`\`\n\nEnd.\n`;

test("A selection holds the code and the tables of a reply, and nothing of their controls", async ({
  chat,
  ollama,
  page,
}) => {
  ollama.script(says(reply("Words.")));
  await chat.ask("Show me");
  const { text, html } = await copyAll(chat, page);
  expect(text).toMatch(new RegExp(`^Words\\.\\n+A\\tB\\n1\\t2\\n{1,2}${code}\\n+End\\.$`));
  expect(html).not.toMatch(/<button|<svg/);
});

test("A selection with a formula holds the code and the tables as well", async ({ chat, ollama, page }) => {
  ollama.script(says(reply("Words $x^2$.")));
  await chat.ask("Show me");
  const body = chat.body(chat.reply);
  await expect(body.locator(".katex")).toHaveCount(1);
  await expect(body.locator(".code-line").first()).toBeAttached();
  const { text, html } = await copyAll(chat, page);
  expect(text).toMatch(new RegExp(`^Words \\$x\\^2\\$\\.\\n+A\\tB\\n1\\t2\\n{1,2}${code}\\n+End\\.$`));
  expect(html).not.toMatch(/<button|<svg/);
});

test("Rows of a long table stay rows when they are selected, all of them or some", async ({
  chat,
  ollama,
  page,
}) => {
  const rows = Array.from({ length: 60 }, (_row, index) => [`${index}`, `item ${index}`]);
  ollama.script(says(`| N | Name |\n|-|-|\n${rows.map((row) => `| ${row.join(" | ")} |`).join("\n")}\n`));
  await chat.ask("Show me");
  const { text, html } = await copyAll(chat, page);
  expect(text.trim()).toBe([["N", "Name"], ...rows].map((row) => row.join("\t")).join("\n"));
  expect(html).not.toContain("grid");
  const cells = chat.body(chat.reply).getByRole("cell");
  await cells.first().evaluate((first) => {
    const third = first.closest("tbody")?.rows[2]?.cells[1]?.firstChild;
    if (first.firstChild && third) getSelection()?.setBaseAndExtent(first.firstChild, 0, third, 6);
  });
  await page.keyboard.press("ControlOrMeta+c");
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(/^0\titem 0\n1\titem 1\n2\titem 2\s*$/);
});
