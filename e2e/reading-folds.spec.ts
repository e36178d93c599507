import { keepQuestionsAtTop, paragraphs, topOf } from "./pages/reading.ts";
import { says } from "./support/scenarios.ts";
import { expect, test } from "./support/test.ts";

test("A long question that is kept at the top stays where it is when I unfold it", async ({
  chat,
  ollama,
}) => {
  await keepQuestionsAtTop(chat);
  ollama.script(says(paragraphs(12)));
  await chat.ask("First");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  ollama.script({ about: "two pieces", steps: [{ say: paragraphs(3) }, { pause: true }, { say: "." }] });
  await chat.ask(paragraphs(40));
  await expect(chat.reply.getByText("Paragraph 2 says")).toBeVisible();
  const question = chat.questions.last();
  const before = await topOf(question);
  await question.getByRole("button", { name: /^Show all/ }).click();
  await expect(question.getByRole("button", { name: "Show less" })).toBeAttached();
  ollama.release();
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  expect(await topOf(question)).toBe(before);
});

test("A long question that I fold again at its end leaves in view what follows it", async ({
  chat,
  ollama,
  page,
}) => {
  ollama.script(says(paragraphs(60)));
  await chat.ask(paragraphs(40, 100));
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await chat.transcript.focus();
  await page.keyboard.press("Home");
  const question = chat.questions.first();
  await question.getByRole("button", { name: /^Show all/ }).click();
  const folder = question.getByRole("button", { name: "Show less" });
  await folder.scrollIntoViewIfNeeded();
  await chat.transcript.hover();
  await page.mouse.wheel(0, 200);
  await page.waitForTimeout(300);
  const before = await topOf(folder);
  await folder.click();
  const opener = question.getByRole("button", { name: /^Show all/ });
  await expect(opener).toBeInViewport();
  expect(await topOf(opener)).toBeCloseTo(before, 0);
});

test("Reasoning that I read stays open and where it is when the answer begins", async ({
  chat,
  ollama,
  page,
}) => {
  const thought = (from: number) => `${paragraphs(40, from).replaceAll("Paragraph", "Thought")}\n\n`;
  ollama.script({
    about: "thoughts, then an answer",
    steps: [{ think: [thought(0)] }, { pause: true }, { say: paragraphs(30) }],
  });
  await chat.chooseModel("qwen3:8b");
  await chat.ask("Go on");
  const reasoning = chat.reasoning(chat.reply);
  await expect(reasoning).toContainText("Thought 39 says");
  await chat.transcript.hover();
  await page.mouse.wheel(0, -300);
  await expect(page.getByRole("button", { name: "Go to the end" })).toBeVisible();
  await page.waitForTimeout(300);
  const before = await topOf(reasoning);
  ollama.release();
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  expect(await topOf(reasoning)).toBe(before);
  await expect(reasoning).toBeVisible();
  // Of the next reply nobody reads the thoughts.
  ollama.script({ about: "thoughts again", steps: [{ think: thought(40) }, { say: paragraphs(30) }] });
  await chat.ask("And on");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await expect(chat.reasoning(chat.reply)).toBeHidden();
});
