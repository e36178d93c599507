import { distance, keepQuestionsAtTop, paragraphs } from "./pages/reading.ts";
import { says } from "./support/scenarios.ts";
import { expect, test } from "./support/test.ts";

test("A question asked in another tab does not take me away from what I read", async ({
  chat,
  ollama,
  page,
  context,
}) => {
  ollama.script(says(paragraphs(60)));
  await chat.ask("First");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  const other = await context.newPage();
  // A busy tab tells late what it has kept long since.
  await other.addInitScript(() => {
    const post = BroadcastChannel.prototype.postMessage;
    BroadcastChannel.prototype.postMessage = function late(this: BroadcastChannel, data: unknown) {
      const wait = JSON.stringify(data).includes('"messages"') ? 200 : 0;
      setTimeout(() => post.call(this, data), wait);
    };
  });
  await other.goto(page.url());
  await page.bringToFront();
  await chat.transcript.hover();
  await page.mouse.wheel(0, -900);
  await expect.poll(() => distance(chat.transcript)).toBeGreaterThan(800);
  const top = () => chat.transcript.evaluate((box) => box.scrollTop);
  await page.waitForTimeout(200);
  const before = await top();
  ollama.script(says(paragraphs(30, 100)));
  await other.getByRole("textbox", { name: "Message", exact: true }).fill("Second");
  await other.keyboard.press("Enter");
  await expect(chat.replies).toHaveCount(2);
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  expect(await top()).toBe(before);
});

test("Where I delete the question that is kept at the top, what stands before it fills the view", async ({
  chat,
  ollama,
}) => {
  await keepQuestionsAtTop(chat);
  ollama.script(says(paragraphs(30)));
  await chat.ask("First");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  ollama.script(says(paragraphs(2, 100)));
  await chat.ask("Second");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await chat.questions.last().getByRole("button", { name: "Delete" }).click();
  await expect(chat.replies).toHaveCount(1);
  await expect(chat.reply.getByText("Paragraph 29 says")).toBeInViewport();
});

test("Who asks while reading further up is taken to the new question", async ({ chat, ollama, page }) => {
  ollama.script(says(paragraphs(60)));
  await chat.ask("First");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await chat.transcript.hover();
  await page.mouse.wheel(0, -900);
  await expect.poll(() => distance(chat.transcript)).toBeGreaterThan(800);
  await page.reload();
  await expect(chat.replies).toHaveCount(1);
  ollama.script(says(paragraphs(30, 100)));
  await chat.ask("Second");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await expect.poll(() => distance(chat.transcript)).toBeLessThan(3);
  await chat.transcript.hover();
  await page.mouse.wheel(0, -900);
  await expect.poll(() => distance(chat.transcript)).toBeGreaterThan(800);
  await chat.reply.getByRole("button", { name: "Regenerate" }).dispatchEvent("click");
  await expect(chat.reply.getByText("2 / 2")).toBeVisible();
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await expect.poll(() => distance(chat.transcript)).toBeLessThan(3);
});

test("A reply that I let go on is followed at its end, also where questions are kept at the top", async ({
  chat,
  ollama,
}) => {
  await keepQuestionsAtTop(chat);
  ollama.script({ about: "cut off by length", steps: [{ say: paragraphs(60) }], end: "length" });
  await chat.ask("First");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  ollama.script({ about: "the rest", steps: [{ say: " And" }, { pause: true }, { say: " so on." }] });
  const goOn = chat.reply.getByRole("button", { name: "Continue" });
  await goOn.scrollIntoViewIfNeeded();
  await goOn.click();
  await expect(chat.reply.getByText("quiet fields. And")).toBeInViewport();
  ollama.release();
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await expect(chat.reply.getByText("quiet fields. And so on.")).toBeInViewport();
});
