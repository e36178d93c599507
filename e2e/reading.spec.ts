import { distance, keepQuestionsAtTop, paragraphs, topOf } from "./pages/reading.ts";
import { says, tokens } from "./support/scenarios.ts";
import { expect, test } from "./support/test.ts";

test("What I read stays where it is, to the pixel, while the reply grows", async ({ chat, ollama, page }) => {
  ollama.script({
    about: "paragraphs, then more of them at 100 tokens a second",
    steps: [{ say: [paragraphs(40)] }, { say: `\n\n${paragraphs(60, 40)}` }],
    perSecond: 100,
  });
  await chat.ask("Go on");
  await expect(chat.reply.getByText("Paragraph 39 says")).toBeVisible();
  expect(await distance(chat.transcript)).toBeLessThan(3);
  await chat.transcript.hover();
  await page.mouse.wheel(0, -300);
  await expect(page.getByRole("button", { name: "Go to the end" })).toBeVisible();
  const read = chat.reply.getByText("Paragraph 36 says");
  // The wheel may be smooth: its end is when two looks agree.
  await expect
    .poll(async () => {
      const before = await topOf(read);
      await page.waitForTimeout(80);
      return (await topOf(read)) - before;
    })
    .toBe(0);
  const before = await topOf(read);
  await expect(chat.body(chat.reply)).toContainText("Paragraph 46 says");
  expect(await topOf(read)).toBe(before);
  await expect(page.getByRole("button", { name: "Go to the end" })).toHaveAccessibleDescription(
    "New text below",
  );
});

test("Coming back to the end follows it again", async ({ chat, ollama, page }) => {
  ollama.script(tokens(1500, 150));
  await chat.ask("A long one");
  await expect.poll(() => chat.transcript.evaluate((log) => log.scrollTop)).toBeGreaterThan(300);
  await chat.transcript.hover();
  await page.mouse.wheel(0, -200);
  await expect(page.getByRole("button", { name: "Go to the end" })).toBeVisible();
  await page.mouse.wheel(0, 3000);
  await expect(page.getByRole("button", { name: "Go to the end" })).toHaveCount(0);
  const height = () => chat.transcript.evaluate((log) => log.scrollHeight);
  const before = await height();
  await expect.poll(height).toBeGreaterThan(before + 100);
  expect(await distance(chat.transcript)).toBeLessThan(3);
});

test("What grows above the text that I read does not move it", async ({ chat, ollama, page }) => {
  ollama.script(says(paragraphs(60)));
  await chat.ask("Go on");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await chat.transcript.hover();
  await page.mouse.wheel(0, -700);
  const read = chat.reply.getByText("Paragraph 50 says");
  await expect(page.getByRole("button", { name: "Go to the end" })).toBeVisible();
  await page.waitForTimeout(300);
  const before = await topOf(read);
  await chat.reply
    .getByText("Paragraph 3 says")
    .evaluate((element) => (element.style.paddingBottom = "137px"));
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  expect(await topOf(read)).toBe(before);
});

test("A new question can be kept at the top while its reply grows", async ({ chat, ollama, page }) => {
  await keepQuestionsAtTop(chat);
  ollama.script(says(paragraphs(12)));
  await chat.ask("First");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  ollama.script(tokens(700, 150));
  await chat.ask("Second");
  const question = chat.questions.last();
  const top = await topOf(chat.transcript);
  await expect.poll(async () => Math.round((await topOf(question)) - top)).toBeLessThan(30);
  const at = await topOf(question);
  await expect(page.getByRole("button", { name: "Go to the end" })).toBeVisible();
  expect(await topOf(question)).toBe(at);
  await page.getByRole("button", { name: "Go to the end" }).click();
  await expect.poll(() => distance(chat.transcript)).toBeLessThan(3);
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  expect(await distance(chat.transcript)).toBeLessThan(3);
});

test("A question that is kept at the top is there again when the window was small for a moment", async ({
  chat,
  ollama,
  page,
}) => {
  await keepQuestionsAtTop(chat);
  ollama.script(says(paragraphs(12)));
  await chat.ask("First");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  ollama.script({ about: "some paragraphs", steps: [{ say: paragraphs(3) }, { pause: true }, { say: "." }] });
  await chat.ask("Second");
  await expect(chat.reply.getByText("Paragraph 2 says")).toBeVisible();
  const place = async () => Math.round((await topOf(chat.questions.last())) - (await topOf(chat.transcript)));
  await expect.poll(place).toBe(16);
  for (const [width, height] of [
    [1280, 420],
    [390, 844],
    [844, 390],
  ] as const) {
    await page.setViewportSize({ width, height });
    await expect.poll(place).toBeLessThan(30);
  }
  await page.setViewportSize({ width: 1280, height: 720 });
  await expect.poll(place).toBe(16);
});

test("What I open at the end stays where it is, and below it what it shows", async ({ chat, ollama }) => {
  ollama.script({
    about: "thoughts, and an answer that goes on",
    steps: [
      { think: paragraphs(40) },
      { say: paragraphs(3, 50) },
      { pause: true },
      { say: paragraphs(20, 60) },
    ],
  });
  await chat.ask("Go on");
  await expect(chat.reply.getByText("Paragraph 52 says")).toBeVisible();
  await expect.poll(() => distance(chat.transcript)).toBeLessThan(3);
  const opener = chat.reply.getByRole("button", { name: /^Thought|^Reasoning/ });
  const before = await topOf(opener);
  await opener.click();
  await expect(chat.reasoning(chat.reply)).toBeVisible();
  ollama.release();
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  expect(await topOf(opener)).toBe(before);
});

test("A press that opens nothing lets the end be followed", async ({ chat, ollama }) => {
  ollama.script({
    about: "code, and more",
    steps: [{ say: "```js\n1\n```\n\n" }, { pause: true }, { say: paragraphs(30) }],
  });
  await chat.ask("Go on");
  await chat.reply.getByRole("button", { name: "Copy code" }).click();
  ollama.release();
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await expect.poll(() => distance(chat.transcript)).toBeLessThan(3);
});

test("On a phone the way to the end covers no text", async ({ chat, ollama, page }) => {
  await page.setViewportSize({ width: 390, height: 700 });
  ollama.script(says(paragraphs(40)));
  await chat.ask("Go on");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await chat.transcript.hover();
  await page.mouse.wheel(0, -500);
  const button = page.getByRole("button", { name: "Go to the end" });
  await expect(button).toBeVisible();
  const [box, log] = [await button.boundingBox(), await chat.transcript.boundingBox()];
  expect((box?.y ?? 0) + 0.5).toBeGreaterThanOrEqual((log?.y ?? 0) + (log?.height ?? 0));
});

test("A box that I write into grows without hiding the end that I follow", async ({ chat, ollama }) => {
  ollama.script(says(paragraphs(30)));
  await chat.ask("Go on");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await expect.poll(() => distance(chat.transcript)).toBeLessThan(3);
  const before = await chat.transcript.evaluate((log) => log.clientHeight);
  await chat.composer.fill("a\nb\nc\nd\ne\nf");
  await expect.poll(() => chat.transcript.evaluate((log) => log.clientHeight)).toBeLessThan(before - 50);
  await expect.poll(() => distance(chat.transcript)).toBeLessThan(3);
});

test("In a window of a few lines, as at 400 %, there is room for the conversation", async ({
  chat,
  ollama,
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 256 });
  ollama.script(says(paragraphs(10)));
  await chat.ask("Go on");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  const height = () => chat.transcript.evaluate((log) => log.clientHeight);
  await chat.composer.fill("a\nb\nc\nd\ne\nf");
  await expect.poll(() => chat.composer.evaluate((box) => box.scrollHeight > box.clientHeight)).toBe(true);
  expect(await height()).toBeGreaterThan(70);
  await page.keyboard.press("Control+f");
  await page.getByRole("searchbox", { name: "Find in conversation" }).fill("Paragraph 4");
  await expect(page.getByRole("button", { name: "Go to the end" })).toBeVisible();
  await expect(chat.reply.getByText("Paragraph 4 says")).toBeInViewport();
  expect(await height()).toBeGreaterThan(36);
});
