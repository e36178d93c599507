import { scenarios, tokens } from "./support/scenarios.ts";
import { expect, test } from "./support/test.ts";

test("The transcript follows the reply while I am at its end, and never fights my scrolling", async ({
  chat,
  ollama,
  page,
}) => {
  ollama.script(tokens(900, 150));
  await chat.ask("A long one");
  const distance = () =>
    chat.transcript.evaluate((log) => log.scrollHeight - log.clientHeight - log.scrollTop);
  await expect
    .poll(() => chat.transcript.evaluate((log) => log.scrollHeight - log.clientHeight))
    .toBeGreaterThan(200);
  expect(await distance()).toBeLessThan(60);
  await chat.transcript.hover();
  await page.mouse.wheel(0, -180);
  await expect(page.getByRole("button", { name: "Go to the end" })).toBeVisible();
  const top = await chat.transcript.evaluate((log) => log.scrollTop);
  const before = (await chat.body(chat.reply).textContent())?.length ?? 0;
  await expect
    .poll(async () => (await chat.body(chat.reply).textContent())?.length)
    .toBeGreaterThan(before + 200);
  expect(await chat.transcript.evaluate((log) => log.scrollTop)).toBe(top);
  await page.getByRole("button", { name: "Go to the end" }).click();
  await expect.poll(distance).toBeLessThan(60);
});

test("Shown text never shrinks while markdown streams in", async ({ chat, ollama, page }) => {
  ollama.script({ ...scenarios.markdown, perSecond: 60 });
  await page.evaluate(() => {
    const lengths: number[] = [];
    Object.assign(window, { lengths });
    const look = () => {
      const bodies = document.querySelectorAll('article[aria-label="Assistant"] [data-part="body"]');
      lengths.push(bodies[bodies.length - 1]?.textContent?.length ?? 0);
      requestAnimationFrame(look);
    };
    look();
  });
  await chat.ask("Show me markdown");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  const lengths = await page.evaluate(() => (window as unknown as { lengths: number[] }).lengths);
  const shrinks = lengths.filter((length, index) => length < (lengths[index - 1] ?? 0) - 1);
  expect(shrinks).toEqual([]);
  await expect(chat.reply.getByRole("table")).toBeVisible();
  await expect(chat.reply.getByRole("button", { name: "Copy code" })).toBeVisible();
});

test("A hostile reply can do nothing but be read", async ({ chat, ollama, page, complaints }) => {
  const foreign: string[] = [];
  page.on("request", (request) => {
    if (!/^(https?:\/\/(localhost|127\.0\.0\.1)[:/]|data:|blob:)/.test(request.url()))
      foreign.push(request.url());
  });
  ollama.script(scenarios.hostile);
  await chat.ask("Attack me");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await expect(chat.body(chat.reply)).toContainText("<script>window.hacked = true</script>");
  expect(await page.evaluate(() => "hacked" in window)).toBe(false);
  await expect(chat.reply.locator("img, script, iframe, a[href^='javascript'], a[href^='data']")).toHaveCount(
    0,
  );
  expect(foreign).toEqual([]);
  expect(complaints).toEqual([]);
});
