import type { Locator, Page } from "@playwright/test";
import type { ChatPage } from "./pages/chat-page.ts";
import { paragraphs, topOf } from "./pages/reading.ts";
import type { FakeOllama } from "./support/fake-ollama.ts";
import { holdIdle } from "./support/idle.ts";
import { says, type Scenario } from "./support/scenarios.ts";
import { expect, test } from "./support/test.ts";

const book = Array.from(
  { length: 60 },
  (_, index) =>
    `## Chapter ${index + 1}\n\n${paragraphs(6)}\n\nA **lone** word ${index + 1}.\n\n### Notes\n\n${paragraphs(3)}`,
).join("\n\n");

/** In one piece: what comes little by little is drawn as it comes. */
const saysBook: Scenario = { about: "a book at once", steps: [{ say: [book] }] };

const names = ["Alpha", "Beta", "Gamma"];

/** Three long replies, of which a page that opens with them has only the last at first. */
async function askThree(chat: ChatPage, ollama: FakeOllama) {
  for (const name of names) {
    ollama.script(
      says(`${paragraphs(50)}\n\n## Heading of ${name}\n\n**Word** of ${name}.\n\n${paragraphs(40)}`),
    );
    await chat.ask(name);
    await expect(chat.reply).toHaveAttribute("data-status", "done");
  }
}

/** A page that is left further up opens there again. */
async function reloadAtEnd(page: Page) {
  const toEnd = page.getByRole("button", { name: "Go to the end" });
  await toEnd.click();
  await expect(toEnd).toHaveCount(0);
  await page.reload();
}

test("Search and outline reach what is too far away to be drawn", async ({ chat, ollama, page }) => {
  const release = await holdIdle(page);
  await askThree(chat, ollama);
  await page.reload();
  await expect(chat.replies).toHaveCount(1);
  await page.keyboard.press("Control+f");
  await expect(chat.replies).toHaveCount(3);
  await expect(chat.replies.first().getByRole("heading")).toHaveCount(0);
  const status = page.getByRole("search").getByRole("status");
  await release();
  await page.getByRole("searchbox", { name: "Find in conversation" }).fill("word of alpha");
  await expect(status).toHaveText("1 / 1");
  const found = chat.replies.first().getByText("Word of Alpha");
  await expect(found).toBeInViewport();
  await expect.poll(() => page.evaluate(() => CSS.highlights.get("find-current")?.size)).toBe(1);
  await page.keyboard.press("Escape");
  await reloadAtEnd(page);
  await expect(chat.replies).toHaveCount(1);
  await page.getByRole("button", { name: "Outline" }).click();
  await page
    .getByRole("navigation", { name: "Outline" })
    .getByRole("button", { name: "Heading of Alpha" })
    .click();
  await release();
  const heading = chat.transcript.getByRole("heading", { name: "Heading of Alpha" });
  await expect(heading).toBeInViewport();
  const top = await topOf(chat.transcript);
  await expect.poll(async () => Math.round((await topOf(heading)) - top)).toBe(8);
});

test("Earlier messages come to who scrolls up or goes there by key, and move nothing that is read", async ({
  chat,
  ollama,
  page,
}) => {
  const release = await holdIdle(page);
  await askThree(chat, ollama);
  await page.reload();
  await expect(chat.replies).toHaveCount(1);
  await chat.transcript.focus();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(chat.replies).toHaveCount(3);
  await expect(chat.replies.nth(2)).toBeFocused();
  await reloadAtEnd(page);
  await expect(chat.replies).toHaveCount(1);
  await chat.transcript.evaluate((log) => log.scrollTo({ top: 0 }));
  await expect(chat.questions.first()).toBeInViewport();
  await reloadAtEnd(page);
  await expect(chat.replies).toHaveCount(1);
  await chat.transcript.hover();
  await page.mouse.wheel(0, -300);
  await expect(page.getByRole("button", { name: "Go to the end" })).toBeVisible();
  const read = chat.replies.last().getByText("Paragraph 30 ").last();
  await expect(read).toBeInViewport();
  const before = await topOf(read);
  await release();
  await expect(chat.replies).toHaveCount(3);
  await expect(chat.replies.first().getByRole("heading")).toHaveCount(1);
  expect(await topOf(read)).toBeCloseTo(before, 0);
});

for (const isKept of [false, true]) {
  test(`The outline leads into the middle of a long reply ${isKept ? "that was kept" : "that came at once"}`, async ({
    chat,
    ollama,
    page,
  }) => {
    const release = await holdIdle(page);
    await page.reload();
    ollama.script(saysBook);
    await chat.ask("Write a book");
    await expect(chat.reply).toHaveAttribute("data-status", "done");
    if (isKept) await page.reload();
    await expect(chat.reply.locator("[data-late]").first()).toBeAttached();
    const body = chat.body(chat.reply);
    const top = await topOf(chat.transcript);
    const place = async (heading: Locator) => Math.round((await topOf(heading)) - top);
    await page.getByRole("button", { name: "Outline" }).click();
    const outline = page.getByRole("navigation", { name: "Outline" });
    await expect(outline.getByRole("button")).toHaveCount(121);
    await outline.getByRole("button", { name: "Chapter 30", exact: true }).click();
    const chapter30 = body.getByRole("heading", { name: "Chapter 30", exact: true });
    await expect(chapter30).toBeInViewport();
    // Which of the headings it is cannot be known while those before it are not drawn.
    const marks = () => outline.locator("[aria-current]").allTextContents();
    await expect.poll(async () => (await marks()).join()).toMatch(/^(Chapter 30)?$/);
    await release();
    await expect(chat.reply.locator("[data-late]")).toHaveCount(0);
    await expect.poll(() => place(chapter30)).toBe(8);
    await expect(outline.locator("[aria-current]")).toHaveText("Chapter 30");
  });
}

test("Of headings with one name the outline leads to the one I chose", async ({ chat, ollama, page }) => {
  const release = await holdIdle(page);
  await page.reload();
  ollama.script(saysBook);
  await chat.ask("Write a book");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await expect(chat.reply.locator("[data-late]").first()).toBeAttached();
  await page.getByRole("button", { name: "Outline" }).click();
  const outline = page.getByRole("navigation", { name: "Outline" });
  await outline.getByRole("button", { name: "Notes" }).nth(29).click();
  await release();
  const notes = chat.body(chat.reply).getByRole("heading", { name: "Notes" });
  await expect(notes).toHaveCount(60);
  const top = await topOf(chat.transcript);
  await expect.poll(async () => Math.round((await topOf(notes.nth(29))) - top)).toBe(8);
});

test("The search finds what a part that is not drawn yet will show", async ({ chat, ollama, page }) => {
  const release = await holdIdle(page);
  await page.reload();
  ollama.script(saysBook);
  await chat.ask("Write a book");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await expect(chat.reply.locator("[data-late]").first()).toBeAttached();
  await page.getByRole("button", { name: "Find in conversation" }).click();
  const status = page.getByRole("search").getByRole("status");
  await release();
  await page.getByRole("searchbox", { name: "Find in conversation" }).fill("lone word 30.");
  await expect(status).toHaveText("1 / 1");
  await expect(chat.body(chat.reply).getByText("A lone word 30.")).toBeInViewport();
  await expect.poll(() => page.evaluate(() => CSS.highlights.get("find-current")?.size)).toBe(1);
});
