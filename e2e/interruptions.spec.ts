import { scenarios } from "./support/scenarios.ts";
import { expect, test } from "./support/test.ts";

test("A reload in mid-stream loses nothing that had come", async ({ chat, ollama, page }) => {
  ollama.script(scenarios.paused);
  await chat.ask("Count");
  await expect(chat.body(chat.reply)).toHaveText("One two three");
  await page.reload();
  await expect(chat.reply).toHaveAttribute("data-status", "interrupted");
  await expect(chat.body(chat.reply)).toHaveText("One two three");
  await expect(chat.reply.getByRole("alert")).toContainText("closed or reloaded in mid-reply");
  await expect.poll(() => ollama.requestsTo("/v1/chat/completions")[0]?.aborted).toBe(true);
});

test("A crash of the page loses nothing that was shown for a quarter of a second", async ({
  chat,
  ollama,
  page,
}) => {
  ollama.script({ about: "200 tokens, then silence", steps: [{ tokens: 200 }, { pause: true }] });
  await chat.ask("Go on");
  await expect.poll(() => ollama.paused).toBe(1);
  await expect(chat.body(chat.reply)).not.toHaveText("");
  const shown = await chat.body(chat.reply).textContent();
  const address = page.url();
  await page.waitForTimeout(400);
  const crashed = page.waitForEvent("crash");
  const session = await page.context().newCDPSession(page);
  void session.send("Page.crash").catch(() => {});
  await crashed;
  const again = await page.context().newPage();
  await again.goto(address);
  const reply = again.getByRole("article", { name: "Assistant" });
  await expect(reply).toHaveAttribute("data-status", "interrupted");
  expect(await reply.locator('[data-part="body"]').textContent()).toBe(shown);
  await expect(reply.getByRole("button", { name: "Retry" })).toBeVisible();
  await expect(reply.getByRole("button", { name: "Continue" }).first()).toBeVisible();
});

test("A character that the network cuts in two comes out whole", async ({ chat, ollama }) => {
  ollama.script(scenarios.splitCharacters);
  await chat.ask("Unicode");
  await expect(chat.body(chat.reply)).toHaveText("Smile 😀 naïve 漢字 done.");
});

test("Silence of half a minute in mid-reply is said, and the reply goes on after it", async ({
  chat,
  ollama,
  page,
}) => {
  await page.clock.install();
  ollama.script(scenarios.paused);
  await chat.ask("Count");
  await expect(chat.body(chat.reply)).toHaveText("One two three");
  await page.clock.fastForward(32_000);
  await expect(chat.reply.getByText(/Nothing has come for 3\d sec/)).toBeVisible();
  await expect(chat.reply).toHaveAttribute("data-status", "streaming");
  ollama.release();
  await page.clock.runFor(1000);
  await expect(chat.body(chat.reply)).toHaveText("One two three four five.");
});
