import { preview } from "./pages/preview-panel.ts";
import { expect, test } from "./support/test.ts";

const floods: readonly (readonly [string, string])[] = [
  [
    "small messages without end",
    "setInterval(() => { for (let n = 0; n < 2000; n += 1) say('flood ' + Math.random()) }, 10)",
  ],
  ["long messages without end", "const s = 'x'.repeat(3e6); let n = 0; setInterval(() => say(n++ + s), 5)"],
  ["very long messages", "const s = 'x'.repeat(20e6); for (let n = 0; n < 20; n += 1) say(n + s)"],
  [
    "large objects",
    "const s = Array.from({ length: 3e5 }, (_, i) => ({ i })); setInterval(() => top.postMessage({ type: 'other', s }, '*'), 20)",
  ],
];
for (const [what, code] of floods) {
  test(`A preview that sends ${what} is stopped`, async ({ chat, ollama, page }) => {
    const say = "const say = (text) => top.postMessage({ type: 'console', level: 'log', text }, '*');";
    const panel = await preview(
      chat,
      ollama,
      "html",
      `<p>x</p><script>${say} setTimeout(() => { ${code} }, 300)</script>`,
    );
    await expect(panel.root.getByRole("status").filter({ hasText: "sent too much" })).toBeVisible();
    await expect(page.locator("iframe")).toHaveCount(0);
    await chat.composer.fill("Still here");
    await expect(chat.composer).toHaveValue("Still here");
  });
}

test("A console without end does not stop a preview", async ({ chat, ollama }) => {
  const panel = await preview(
    chat,
    ollama,
    "html",
    `<p>x</p><script>setInterval(() => { for (let n = 0; n < 2000; n += 1) console.log("a".repeat(5000)) }, 20)</script>`,
  );
  await panel.consoleButton.click();
  await expect(panel.console).toContainText("…");
  await expect(panel.content.getByText("x")).toBeVisible();
});

const theft = `<input id=i><script>
const take = () => i.focus();
i.addEventListener("input", () => console.log("typed " + i.value));
`;

test("A preview that focuses itself does not get what I type in the app", async ({ chat, ollama, page }) => {
  const panel = await preview(chat, ollama, "html", `${theft}setTimeout(take, 900)</script>`);
  await panel.consoleButton.click();
  await chat.composer.click();
  await page.waitForTimeout(800);
  await page.keyboard.type("for the app", { delay: 20 });
  await expect(chat.composer).toHaveValue("for the app");
  await expect(panel.console).not.toContainText("typed");
  await page.waitForTimeout(1200);
  await panel.content.getByRole("textbox").click();
  await page.keyboard.type("in", { delay: 20 });
  await expect(panel.console).toContainText("typed in");
});

test("A preview that focuses itself again and again is stopped", async ({ chat, ollama, page }) => {
  const panel = await preview(chat, ollama, "html", `${theft}setInterval(take, 1)</script>`);
  await chat.composer.click();
  await expect(panel.root.getByRole("status").filter({ hasText: "taking the keyboard" })).toBeVisible();
  await page.keyboard.type("for the app", { delay: 20 });
  await expect(chat.composer).toHaveValue("for the app");
});

test("Tab leads into a preview", async ({ chat, ollama, page }) => {
  const panel = await preview(
    chat,
    ollama,
    "html",
    `<input id=i><script>i.addEventListener("input", () => console.log("typed " + i.value))</script>`,
  );
  await panel.consoleButton.focus();
  for (let presses = 0; presses < 4; presses += 1) {
    await page.keyboard.press("Tab");
    await page.keyboard.type("k");
  }
  await panel.consoleButton.click();
  await expect(panel.console).toContainText("typed k");
});
