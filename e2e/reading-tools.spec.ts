import type { Locator } from "@playwright/test";
import { distance, paragraphs, topOf } from "./pages/reading.ts";
import { says } from "./support/scenarios.ts";
import { expect, test } from "./support/test.ts";

const chapter = (name: string) =>
  `# ${name}\n\nThe needle is in **${name}**.\n\n${paragraphs(12)}\n\n## Code of ${name}\n\n` +
  "```js\nconst needle = 1; // a Needle\n```\n\n| a | b |\n| - | - |\n| needle | x |\n\n### Last of it\n\n" +
  paragraphs(6);

test("I find what I look for in questions, replies and folded reasoning", async ({ chat, ollama, page }) => {
  ollama.script({
    about: "reasoning, then headings, code and a table",
    steps: [{ think: "A needle of thought." }, { say: chapter("Alpha") }],
  });
  await chat.chooseModel("qwen3:8b");
  await chat.ask("Where is the needle?");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await page.keyboard.press("Control+f");
  const box = page.getByRole("searchbox", { name: "Find in conversation" });
  await expect(box).toBeFocused();
  await box.pressSequentially("needle");
  const status = page.getByRole("search").getByRole("status");
  // One in the question, one in the reasoning, and in the reply one of prose, two of code and one in the table.
  await expect(status).toHaveText(/^\d \/ 6$/);
  const marked = () =>
    page.evaluate(() =>
      ["find", "find-current"].flatMap((name) =>
        [...(CSS.highlights.get(name) ?? [])].map((range) => {
          const { startContainer, startOffset, endOffset } = range as StaticRange;
          return (startContainer.textContent ?? "").slice(startOffset, endOffset).toLowerCase();
        }),
      ),
    );
  await expect.poll(marked).toEqual(Array(6).fill("needle"));
  for (let index = 0; index < 6 && (await status.textContent()) !== "1 / 6"; index += 1) {
    await box.press("Enter");
  }
  await expect(status).toHaveText("1 / 6");
  await box.press("Enter");
  await expect(status).toHaveText("2 / 6");
  await expect(chat.reasoning(chat.reply)).toBeVisible();
  await box.press("Shift+Enter");
  await box.press("Shift+Enter");
  await expect(status).toHaveText("6 / 6");
  const cell = chat.reply.getByRole("cell", { name: "needle" });
  await expect(cell).toBeInViewport();
  await box.press("Escape");
  await expect(page.getByRole("search")).toHaveCount(0);
  await expect(chat.reply).toBeFocused();
  expect(await page.evaluate(() => document.getSelection()?.toString())).toBe("needle");
  expect(await marked()).toEqual([]);
});

test("What is drawn anew in the moment in which it is found is shown all the same", async ({
  chat,
  ollama,
  page,
}) => {
  ollama.script(says(`The needle.\n\n${paragraphs(60)}`));
  await chat.ask("Where is it?");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  const found = chat.reply.getByText("The needle.");
  await expect(found).not.toBeInViewport();
  await page.evaluate(redrawWhatIsFound);
  await page.keyboard.press("Control+f");
  await page.getByRole("searchbox", { name: "Find in conversation" }).fill("the needle");
  await expect(page.getByRole("search").getByRole("status")).toHaveText("1 / 1");
  await expect(found).toBeInViewport();
});

/** Puts the same text in the place of the first that is found, before the frame in which it would be shown. */
function redrawWhatIsFound() {
  const request = window.requestAnimationFrame;
  window.requestAnimationFrame = (draw) =>
    request((time) => {
      for (const range of CSS.highlights.get("find-current") ?? []) {
        window.requestAnimationFrame = request;
        const text = range.startContainer as Text;
        text.replaceWith(text.cloneNode());
      }
      draw(time);
    });
}

test("The search follows a reply that grows, and says where there is nothing", async ({
  chat,
  ollama,
  page,
}) => {
  ollama.script({
    about: "one word, and later a second",
    steps: [{ say: "A needle here." }, { pause: true }, { say: " And a needle there." }],
  });
  await chat.ask("Where?");
  await expect(chat.body(chat.reply)).toHaveText("A needle here.");
  await page.getByRole("button", { name: "Find in conversation" }).click();
  const box = page.getByRole("searchbox", { name: "Find in conversation" });
  const status = page.getByRole("search").getByRole("status");
  await box.fill("haystack");
  await expect(status).toHaveText("No matches");
  await box.fill("NEEDLE");
  await expect(status).toHaveText("1 / 1");
  ollama.release();
  await expect(status).toHaveText("1 / 2");
  await page.getByRole("button", { name: "Next match" }).click();
  await expect(status).toHaveText("2 / 2");
  await page.keyboard.press("F3");
  await expect(status).toHaveText("1 / 2");
});

test("The outline leads to each question and heading, and marks where I am", async ({
  chat,
  ollama,
  page,
}) => {
  ollama.script(says(chapter("Alpha")));
  await chat.ask("First question\nwith a second line");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  ollama.script(says(chapter("Beta")));
  await chat.ask("Second question");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await page.getByRole("button", { name: "Outline" }).click();
  const outline = page.getByRole("navigation", { name: "Outline" });
  await expect(outline.getByRole("button")).toHaveText([
    "1First question",
    "Alpha",
    "Code of Alpha",
    "Last of it",
    "2Second question",
    "Beta",
    "Code of Beta",
    "Last of it",
  ]);
  await expect(outline.locator("[aria-current]")).toHaveText("Last of it");
  await outline.getByRole("button", { name: "Code of Alpha" }).click();
  const heading = chat.transcript.getByRole("heading", { name: "Code of Alpha" });
  await expect(heading).toBeInViewport();
  await expect(outline.locator("[aria-current]")).toHaveText("Code of Alpha");
  const top = await topOf(chat.transcript);
  expect(Math.round((await topOf(heading)) - top)).toBe(8);
  await page.keyboard.press("ArrowUp");
  await expect(outline.getByRole("button", { name: "Alpha", exact: true })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(outline.locator("[aria-current]")).toHaveText("Alpha");
  await page.keyboard.press("Escape");
  await expect(outline).toHaveCount(0);
  await expect(chat.replies.first()).toBeFocused();
});

test("On a phone the outline is a sheet that closes when I go somewhere", async ({ chat, ollama, page }) => {
  await page.setViewportSize({ width: 390, height: 700 });
  ollama.script(says(chapter("Alpha")));
  await chat.ask("First question");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await page.getByRole("button", { name: "Outline" }).click();
  await page
    .getByRole("navigation", { name: "Outline" })
    .getByRole("button", { name: "Code of Alpha" })
    .click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(chat.transcript.getByRole("heading", { name: "Code of Alpha" })).toBeInViewport();
});

test("Keys take me from message to message, and to both ends", async ({ chat, ollama, page }) => {
  for (const name of ["One", "Two", "Three"]) {
    ollama.script(says(paragraphs(14)));
    await chat.ask(name);
    await expect(chat.reply).toHaveAttribute("data-status", "done");
  }
  const top = await topOf(chat.transcript);
  const place = async (message: Locator) => Math.round((await topOf(message)) - top);
  await page.keyboard.press("Alt+ArrowUp");
  await expect(chat.replies.nth(2)).toBeFocused();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(chat.questions.nth(2)).toBeFocused();
  expect(await place(chat.questions.nth(2))).toBe(8);
  await page.keyboard.press("k");
  await expect(chat.replies.nth(1)).toBeFocused();
  expect(await place(chat.replies.nth(1))).toBe(8);
  await page.keyboard.press("j");
  await expect(chat.questions.nth(2)).toBeFocused();
  await page.keyboard.press("Home");
  await expect.poll(() => chat.transcript.evaluate((log) => log.scrollTop)).toBe(0);
  await page.keyboard.press("End");
  await expect.poll(() => distance(chat.transcript)).toBeLessThan(3);
  await chat.composer.fill("some text");
  await page.keyboard.press("Alt+ArrowUp");
  await page.keyboard.press("j");
  await expect(chat.composer).toBeFocused();
  await expect(chat.composer).toHaveValue("some textj");
});

test("The outline holds the headings of a reply that is being written", async ({ chat, ollama, page }) => {
  ollama.script({
    about: "two chapters",
    steps: [
      { say: "## Begun\n\nText.\n\n## Going on\n\nMore" },
      { pause: true },
      { say: " text.\n\n## Later\n\nAnd" },
      { pause: true },
    ],
  });
  await chat.ask("Write");
  await expect(chat.body(chat.reply).getByRole("heading")).toHaveCount(2);
  await page.getByRole("button", { name: "Outline" }).click();
  const entries = page.getByRole("navigation", { name: "Outline" }).getByRole("button");
  await expect(entries).toHaveText(["1Write", "Begun", "Going on"]);
  ollama.release();
  await expect(entries).toHaveText(["1Write", "Begun", "Going on", "Later"]);
  await expect(chat.reply).toHaveAttribute("data-status", "streaming");
  ollama.release();
});

test("The search reads the source of a reply where that is shown", async ({ chat, ollama, page }) => {
  ollama.script({
    about: "bold words",
    steps: [{ say: "A **needle** here." }, { pause: true }, { say: " And a **needle** there." }],
  });
  await chat.ask("Where?");
  await expect(chat.body(chat.reply)).toHaveText("A needle here.");
  await chat.reply.hover();
  await chat.reply.getByRole("button", { name: "Show source" }).click();
  await page.keyboard.press("Control+f");
  const status = page.getByRole("search").getByRole("status");
  await page.getByRole("searchbox", { name: "Find in conversation" }).fill("**needle");
  await expect(status).toHaveText("1 / 1");
  await expect.poll(() => page.evaluate(() => CSS.highlights.get("find-current")?.size)).toBe(1);
  ollama.release();
  await expect(status).toHaveText("1 / 2");
});

test("The way to the end leaves the focus in the transcript", async ({ chat, ollama, page }) => {
  ollama.script(says(paragraphs(40)));
  await chat.ask("One");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await chat.transcript.focus();
  await page.keyboard.press("Home");
  const toEnd = page.getByRole("button", { name: "Go to the end" });
  await toEnd.focus();
  await page.keyboard.press("Enter");
  await expect(toEnd).toHaveCount(0);
  await expect.poll(() => distance(chat.transcript)).toBeLessThan(3);
  await expect(chat.transcript).toBeFocused();
  await page.keyboard.press("Home");
  await expect.poll(() => chat.transcript.evaluate((log) => log.scrollTop)).toBe(0);
});
