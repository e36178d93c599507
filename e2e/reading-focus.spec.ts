import { distance, paragraphs, topOf } from "./pages/reading.ts";
import { says, scenarios } from "./support/scenarios.ts";
import { expect, test } from "./support/test.ts";

const long = Array.from({ length: 60 }, (_, index) => `Paragraph ${index} has some words to select.`).join(
  "\n\n",
);

test("Words that I select while a reply streams stay under the pointer", async ({ chat, ollama, page }) => {
  ollama.script({
    about: "a long reply that goes on once it is let go",
    steps: [{ say: long }, { pause: true }, { say: `\n\n${long}` }],
  });
  await chat.ask("Tell me much");
  const words = chat.body(chat.reply).getByText("Paragraph 58 has").first();
  await expect(words).toBeInViewport();
  const box = (await words.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + 2, y);
  await page.mouse.down();
  await page.mouse.move(box.x + 60, y, { steps: 4 });
  ollama.release();
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await page.mouse.move(box.x + 90, y, { steps: 4 });
  await page.mouse.up();
  expect((await words.boundingBox())?.y).toBeCloseTo(box.y, 0);
  const selected = await page.evaluate(() => document.getSelection()?.toString());
  expect("Paragraph 58 has some words to select.").toContain(selected);
  expect(selected).not.toBe("");
  await page.getByRole("button", { name: "Go to the end" }).click();
  await expect(chat.body(chat.reply).getByText("Paragraph 59 has").last()).toBeInViewport();
});

test("A word that I select by a double click stays where it is while a reply streams", async ({
  chat,
  ollama,
}) => {
  ollama.script({
    about: "paragraphs, and more",
    steps: [{ say: [paragraphs(40)] }, { pause: true }, { say: `\n\n${paragraphs(30, 40)}` }],
  });
  await chat.ask("Go on");
  const read = chat.reply.getByText("Paragraph 37 says");
  await expect(read).toBeInViewport();
  await expect.poll(() => distance(chat.transcript)).toBeLessThan(3);
  await read.dblclick();
  const before = await topOf(read);
  ollama.release();
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  expect(await topOf(read)).toBe(before);
});

test("The focus stays where it was when another version takes a message's place", async ({
  chat,
  ollama,
  page,
}) => {
  ollama.script(says("One."));
  await chat.ask("Which?");
  for (const text of ["Two.", "Three."]) {
    await expect(chat.reply).toHaveAttribute("data-status", "done");
    ollama.script(says(text));
    await chat.reply.getByRole("button", { name: "Regenerate" }).press("Enter");
    await expect(chat.body(chat.reply)).toHaveText(text);
  }
  await expect(chat.reply).toBeFocused();
  const previous = chat.reply.getByRole("button", { name: "Previous version" });
  await previous.press("Enter");
  await expect(chat.body(chat.reply)).toHaveText("Two.");
  await expect(previous).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(chat.body(chat.reply)).toHaveText("One.");
  await expect(chat.reply).toBeFocused();
  await chat.reply.getByRole("button", { name: "Delete" }).press("Enter");
  await expect(chat.questions.last()).toBeFocused();
  await page.getByRole("button", { name: "Undo" }).press("Enter");
  await expect(chat.body(chat.reply)).toHaveText("One.");
  await expect(chat.questions.last()).toBeFocused();
});

for (const [how, scenario, said] of [
  ["at the limit of its length", scenarios.byLength, /limit/],
  ["without a word", scenarios.empty, /without a word/],
] as const) {
  test(`A reply that ends ${how} is read out as that`, async ({ chat, ollama, page }) => {
    ollama.script(scenario);
    await chat.ask("Say something");
    await expect(chat.reply).toHaveAttribute("data-status", "done");
    await expect(page.locator('[aria-live="polite"]').filter({ hasText: said })).toHaveCount(1);
  });
}
