import type { Locator } from "@playwright/test";
import { says } from "./support/scenarios.ts";
import { expect, test } from "./support/test.ts";

test("A formula in a line is never cut off: what cannot break scrolls, in its own frame", async ({
  chat,
  ollama,
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  ollama.script(
    says(
      "Say $\\text{all that has to be said in one go, and then}$ on.\n\nSum: $a_1 + a_2 + a_3 + a_4 + a_5 + a_6 + a_7 + a_8 + a_9 = b$.",
    ),
  );
  await chat.ask("Show me");
  const body = chat.body(chat.reply);
  const formulas = body.locator(".markdown-formula > :has(> .katex)");
  await expect(formulas).toHaveCount(2);
  const scrolls = (formula: Locator) =>
    formula.evaluate((element) => element.scrollWidth > element.clientWidth && element.clientWidth > 0);
  expect(await scrolls(formulas.first())).toBe(true);
  const [log, wide] = [await chat.transcript.boundingBox(), await formulas.first().boundingBox()];
  expect((wide?.x ?? 0) + (wide?.width ?? 0)).toBeLessThanOrEqual((log?.x ?? 0) + (log?.width ?? 0));
  expect(await formulas.last().evaluate((element) => element.getClientRects().length)).toBeGreaterThan(1);
});

test("Numbered equations are counted", async ({ chat, ollama }) => {
  ollama.script(says("$$\n\\begin{align}\na &= b \\\\\nc &= d\n\\end{align}\n$$"));
  await chat.ask("Show me");
  const body = chat.body(chat.reply);
  const numbers = body.locator(".katex-html .eqn-num");
  await expect(numbers).toHaveCount(2);
  const [first, second] = [await numbers.first().screenshot(), await numbers.last().screenshot()];
  expect(second.equals(first)).toBe(false);
});
