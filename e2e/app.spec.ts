import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { scenarios } from "./support/scenarios.ts";
import { expect, test } from "./support/test.ts";

const pages = [
  ["#/connection", "connected"],
  ["#/settings", "Language"],
  ["#/settings/data", "Export all"],
  ["#/models", "llama3.2:latest"],
  ["#/models/llama3.2%3Alatest", "Will it fit?"],
  ["#/running", "Nothing is in memory"],
  ["#/pulls", "Nothing is being pulled"],
  ["#/health", "llama3.2:latest"],
  ["#/playground", "Prompt"],
  ["#/playground/embeddings", "Texts"],
] as const;

for (const colorScheme of ["light", "dark"] as const)
  test.describe(`axe finds nothing, ${colorScheme}`, () => {
    async function check(page: Page): Promise<void> {
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)].join("\n"))).toEqual(
        [],
      );
    }

    // A part that still fades in has less contrast than it will have.
    test.beforeEach(({ page }) => page.emulateMedia({ colorScheme, reducedMotion: "reduce" }));

    test("on a new conversation", async ({ chat, page }) => {
      await expect(chat.composer).toBeVisible();
      await check(page);
    });

    for (const [what, scenario, status] of [
      ["a conversation", scenarios.markdown, "done"],
      ["a fault", scenarios.cut, "interrupted"],
    ] as const)
      test(`on ${what}`, async ({ chat, ollama, page }) => {
        ollama.script(scenario);
        await chat.ask("Show me everything");
        await expect(chat.reply).toHaveAttribute("data-status", status);
        await check(page);
      });

    for (const [address, text] of pages)
      test(`on ${address}`, async ({ chat, page }) => {
        await chat.open(address);
        await expect(page.locator("#main").getByText(text).first()).toBeVisible();
        await check(page);
      });

    test("on the picker, and on the dialog for pulls", async ({ chat, page }) => {
      await chat.modelButton.click();
      await expect(page.getByRole("option").first()).toBeVisible();
      await check(page);
      await page.getByRole("button", { name: "Pull a model" }).click();
      await expect(page.getByRole("dialog")).toBeVisible();
      await check(page);
    });
  });

test("A list of shortcuts opens with ?", async ({ chat, page }) => {
  await chat.composer.blur();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("Finished sentences are announced, and not each token", async ({ chat, ollama, page }) => {
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    const region = document.querySelector('[aria-live="polite"]:not([role])');
    new MutationObserver(() => said.push(region?.textContent ?? "")).observe(region ?? document.body, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  ollama.script({
    about: "sentences",
    perSecond: 10,
    steps: [{ say: "First sentence is here. Second one follows it. Third." }],
  });
  await chat.ask("Speak");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await expect
    .poll(async () =>
      (await page.evaluate(() => (window as unknown as { said: string[] }).said)).filter(Boolean).join(" "),
    )
    .toContain("Third.");
  const said = await page.evaluate(() => (window as unknown as { said: string[] }).said.filter(Boolean));
  expect(said.length).toBeLessThan(6);
});

test("I can switch to Chinese and to Russian", async ({ chat, page }) => {
  await chat.open("#/settings");
  await page.getByRole("radio", { name: /中文/ }).check();
  await expect(
    page.getByRole("textbox", { name: "消息" }).or(page.getByRole("navigation", { name: "对话" })),
  ).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  await page.getByRole("radio", { name: /Русский/ }).check();
  await expect(page.locator("html")).toHaveAttribute("lang", "ru");
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("lang", "ru");
});

test("Right-to-left text sets its own direction", async ({ chat, ollama }) => {
  ollama.script({ about: "Hebrew", steps: [{ say: "שלום עולם, זו תשובה.\n\n- אחת\n- שתיים\n" }] });
  await chat.ask("שלום");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  const direction = await chat
    .body(chat.reply)
    .locator("p")
    .evaluate((element) => getComputedStyle(element).direction);
  expect(direction).toBe("rtl");
  const list = chat.body(chat.reply).getByRole("list");
  expect(await list.evaluate((element) => getComputedStyle(element).direction)).toBe("rtl");
});

test("The built page runs under a strict policy", async ({ page, site }) => {
  const response = await page.goto(`${site.url}/`);
  const policy =
    (await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content")) ?? "";
  expect(policy).toMatch(/script-src 'self'(;|$)/);
  expect(policy).not.toContain("unsafe-eval");
  expect(policy).toContain("connect-src");
  expect(await response?.text()).not.toMatch(/<script(?![^>]*src=)[^>]*>[^<]/);
});

test.describe("a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("the sidebar opens as a sheet and closes when I choose", async ({ chat, page }) => {
    await chat.ask("On a phone");
    await expect(chat.reply).toHaveAttribute("data-status", "done");
    await page.getByRole("button", { name: "Open sidebar" }).click();
    await chat.sidebar.getByRole("link", { name: "New conversation" }).click();
    await expect(chat.composer).toBeVisible();
    await expect(chat.sidebar).toBeHidden();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
  });
});

test.describe("the practice server", () => {
  test.use({ server: { practice: true }, config: { practice: true } });

  test("is marked at all times, and answers by what is asked", async ({ chat, page }) => {
    await expect(page.getByText("Practice server: scripted replies, no model")).toBeVisible();
    await chat.ask("Hello, who are you?");
    await expect(chat.reply).toHaveAttribute("data-status", "done", { timeout: 25_000 });
    await expect(chat.body(chat.reply)).toContainText(/scripted/i);
  });
});

test.describe("a config.json that is wrong", () => {
  test.use({ config: { servers: [{ url: 5 }] } });

  test("is shown as an error that names the field", async ({ chat, page }) => {
    await expect(chat.composer).toBeVisible();
    await expect(page.getByRole("alert").filter({ hasText: /servers\[0\]\.url/ })).toBeVisible();
  });
});

test("The address of the server can be changed and tested on the connection page", async ({
  chat,
  page,
  ollama,
}) => {
  await chat.connection.click();
  await expect(page).toHaveURL(/#\/connection$/);
  const address = page.getByRole("textbox", { name: "Server address" });
  await address.fill("http://127.0.0.1:9");
  await page.getByRole("button", { name: "Test connection" }).click();
  await expect(page.getByRole("region", { name: "Diagnosis" })).toContainText(
    /no answer|not running|nothing answers/i,
  );
  await address.fill(ollama.url.replace("http://", ""));
  await page.getByRole("button", { name: "Test connection" }).click();
  await expect(page.getByRole("region", { name: "Diagnosis" })).toContainText(/0\.33\.0/);
});
