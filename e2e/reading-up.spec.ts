import { paragraphs, topOf } from "./pages/reading.ts";
import { says } from "./support/scenarios.ts";
import { expect, test } from "./support/test.ts";

const names = ["Alpha", "Beta", "Gamma", "Delta", "Epsilon", "Zeta"];

/** Parts of very unlike heights, few of which are as high as they are taken to be before they are laid out. */
const answer = (name: string) =>
  Array.from({ length: 14 }, (_, index) => {
    const code = Array.from({ length: 3 + index * 2 }, (_line, line) => `const ${name}${line} = ${line};`);
    return `## ${name} ${index}\n\n${paragraphs(1 + (index % 3), index * 10)}\n\n\`\`\`js\n${code.join("\n")}\n\`\`\``;
  }).join("\n\n");

test("Scrolling up through what was never laid out moves the text as far as the wheel says", async ({
  chat,
  ollama,
  page,
}) => {
  for (const name of names) {
    ollama.script(says(answer(name)));
    await chat.ask(name);
    await expect(chat.reply).toHaveAttribute("data-status", "done");
  }
  const log = chat.transcript;
  await log.evaluate((box) => box.scrollTo({ top: box.scrollHeight * 0.7 }));
  await expect(page.getByRole("button", { name: "Go to the end" })).toBeVisible();
  await page.reload();
  await expect(chat.replies).toHaveCount(names.length);
  await log.hover();
  const view = await topOf(log);
  for (let step = 0; step < 20; step += 1) {
    const seen = await log.evaluateHandle((box, top) => {
      const parts = box.querySelectorAll("[data-message] :is(p, h3, h4)");
      return [...parts].find((part) => part.getBoundingClientRect().top > top + 20) as Element;
    }, view);
    const before = await seen.evaluate((part) => part.getBoundingClientRect().top);
    await page.mouse.wheel(0, -250);
    await expect
      .poll(() => seen.evaluate((part) => Math.round(part.getBoundingClientRect().top)), { intervals: [100] })
      .toBe(Math.round(before + 250));
  }
});
