import { says, scenarios } from "./support/scenarios.ts";
import { expect, test } from "./support/test.ts";

const long = Array.from(
  { length: 80 },
  (_, index) => `Paragraph ${index}. ${"Some words to read. ".repeat(1 + (index % 5) * 3)}`,
).join("\n\n");

test("Coming back to a conversation I find the place where I was reading", async ({ chat, ollama, page }) => {
  for (const question of ["First", "Second", "Third"]) {
    ollama.script(says(long));
    await chat.ask(question);
    await expect(chat.reply).toHaveAttribute("data-status", "done");
  }
  const address = new URL(page.url()).hash;
  await chat.transcript.hover();
  await page.mouse.wheel(0, -9000);
  const second = chat.body(chat.replies.nth(1));
  const paragraph = second.getByText(/^Paragraph 2\d\./);
  const inView = paragraph.filter({ visible: true }).nth(4);
  await inView.scrollIntoViewIfNeeded();
  await page.mouse.wheel(0, -40);
  await page.waitForTimeout(300);
  const place = () => inView.evaluate((element) => Math.round(element.getBoundingClientRect().top));
  const before = await place();
  for (const leave of ["#/", "#/models", "#/settings"]) {
    await page.evaluate((hash) => (location.hash = hash), leave);
    await expect(chat.transcript).toHaveCount(0);
    await page.evaluate((hash) => (location.hash = hash), address);
    await expect(inView).toBeInViewport();
    await expect.poll(async () => Math.abs((await place()) - before)).toBeLessThanOrEqual(2);
  }
  await page.reload();
  await expect(inView).toBeInViewport();
  await expect.poll(async () => Math.abs((await place()) - before)).toBeLessThanOrEqual(2);
  // At the end there is no place to keep.
  await page.getByRole("button", { name: "Go to the end" }).click();
  await expect(page.getByRole("button", { name: "Go to the end" })).toHaveCount(0);
  await page.evaluate(() => (location.hash = "#/models"));
  await expect(chat.transcript).toHaveCount(0);
  await page.evaluate((hash) => (location.hash = hash), address);
  await expect(chat.body(chat.reply).getByText(/^Paragraph 79\./)).toBeInViewport();
});

test("Coming back to a conversation that I left at its very beginning I am there again", async ({
  chat,
  ollama,
  page,
}) => {
  ollama.script(says(long));
  await chat.ask("First");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await chat.transcript.focus();
  await page.keyboard.press("Home");
  await expect(chat.questions.first()).toBeInViewport();
  const address = new URL(page.url()).hash;
  await page.evaluate(() => (location.hash = "#/models"));
  await expect(chat.transcript).toHaveCount(0);
  await page.evaluate((hash) => (location.hash = hash), address);
  await expect(chat.questions.first()).toBeInViewport();
  await page.reload();
  await expect(chat.questions.first()).toBeInViewport();
});

test("Reasoning that I was reading is there when I come back, folded as it is then", async ({
  chat,
  ollama,
  page,
}) => {
  ollama.script({ about: "thoughts and an answer", steps: [{ think: long }, { say: long }] });
  await chat.chooseModel("qwen3:8b");
  await chat.ask("First");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  const opener = chat.reply.getByRole("button", { name: /^Thought|^Reasoning/ });
  await opener.click();
  await expect(opener).toBeInViewport();
  await chat.transcript.hover();
  await page.mouse.wheel(0, 1500);
  await expect(opener).not.toBeInViewport();
  await page.reload();
  await expect(opener).toBeInViewport();
});

test("A question that I ask before the transcript is drawn takes me to itself", async ({
  chat,
  ollama,
  page,
}) => {
  ollama.script(says(long));
  await chat.ask("First");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await chat.transcript.hover();
  await page.mouse.wheel(0, -2000);
  await expect(page.getByRole("button", { name: "Go to the end" })).toBeVisible();
  let load: () => void = () => undefined;
  const loaded = new Promise<void>((resolve) => (load = resolve));
  await page.route(/\/assets\/transcript-.*\.js/, async (route) => {
    await loaded;
    await route.continue();
  });
  await page.reload();
  ollama.script(scenarios.paused);
  await chat.composer.fill("Second");
  await chat.composer.press("Enter");
  await expect(page.getByRole("button", { name: "Stop" })).toBeVisible();
  load();
  await expect(chat.reply.getByText("One two three")).toBeInViewport();
  ollama.release();
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await expect(chat.reply.getByText("four five.")).toBeInViewport();
});
