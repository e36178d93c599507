import type { Page } from "@playwright/test";
import { scenarios } from "./support/scenarios.ts";
import { expect, test } from "./support/test.ts";

// A service worker would answer with what config.json said before.
test.use({ serviceWorkers: "block" });

/** From the next load on, config.json comes only once that is asked for. */
async function holdConfig(page: Page): Promise<() => void> {
  let answer = () => {};
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.route("**/config.json", async (route) => {
    await held;
    await route.continue();
  });
  return answer;
}

/** From the next load on, the app waits for config.json as long as this machine needs, not 2 s. */
async function waitLonger(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const timeout = AbortSignal.timeout.bind(AbortSignal);
    AbortSignal.timeout = (ms) => timeout(ms === 2000 ? 60_000 : ms);
  });
}

/** Where questions go. */
function askedServers(page: Page): readonly string[] {
  const asked: string[] = [];
  page.on("request", (request) => {
    const { origin, pathname } = new URL(request.url());
    if (pathname === "/v1/chat/completions") asked.push(origin);
  });
  return asked;
}

for (const visit of ["first", "second"]) {
  test(`On a ${visit} visit a question that I send before config.json came waits for it, and goes where it says`, async ({
    chat,
    ollama,
    page,
  }) => {
    ollama.script(scenarios.plain);
    await chat.chooseModel("llama3.2:latest");
    if (visit === "first") await page.evaluate(() => localStorage.clear());
    await waitLonger(page);
    await waitLonger(page);
    const answer = await holdConfig(page);
    const asked = askedServers(page);
    await page.reload();
    await chat.composer.fill("Are you there?");
    await chat.composer.press("Enter");
    await chat.composer.press("Enter");
    await page.waitForTimeout(300);
    await expect(chat.composer).toHaveValue("Are you there?");
    await expect(page.getByRole("alert")).toHaveCount(0);
    answer();
    await expect(chat.questions).toHaveText([/Are you there\?/]);
    await expect(chat.reply).toHaveAttribute("data-status", "done");
    expect(asked).toEqual([ollama.url]);
  });
}

test("A reply that I have made anew before config.json came is made where it says", async ({
  chat,
  ollama,
  page,
}) => {
  ollama.script(scenarios.plain);
  await chat.ask("Are you there?");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await waitLonger(page);
  const answer = await holdConfig(page);
  const asked = askedServers(page);
  await page.reload();
  await chat.reply.getByRole("button", { name: "Regenerate" }).click();
  await page.waitForTimeout(300);
  expect(asked).toEqual([]);
  answer();
  await expect(chat.reply.getByText("2 / 2")).toBeVisible();
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  expect(asked).toEqual([ollama.url]);
});

test("What acts on a server is offered once config.json says which one is meant", async ({ chat, page }) => {
  await waitLonger(page);
  const answer = await holdConfig(page);
  await chat.open("#/models");
  await page.reload();
  const library = page.getByRole("heading", { name: "Models", exact: true });
  await expect(chat.sidebar).toBeVisible();
  await page.waitForTimeout(300);
  await expect(library).toHaveCount(0);
  answer();
  await expect(library).toBeVisible();
});

test("A question that waited for a config.json that never came stays with me, and goes nowhere else", async ({
  chat,
  ollama,
  page,
}) => {
  ollama.script(scenarios.plain);
  await chat.ask("Are you there?");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await holdConfig(page);
  const asked = askedServers(page);
  await page.reload();
  await chat.composer.fill("And now?");
  await chat.composer.press("Enter");
  const note = page.getByRole("alert").filter({ hasText: "Not sent" });
  await expect(note).toContainText("config.json");
  await expect(chat.composer).toHaveValue("And now?");
  await expect(chat.questions).toHaveCount(1);
  expect(asked).toEqual([]);

  await page.reload();
  await chat.reply.getByRole("button", { name: "Regenerate" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Not sent" })).toBeVisible();
  await expect(chat.replies).toHaveCount(1);
  await expect(chat.composer).toHaveValue("And now?");
  expect(asked).toEqual([]);
});
