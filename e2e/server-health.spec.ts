import { readFile } from "node:fs/promises";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { type FakeOllama, startFakeOllama } from "./support/fake-ollama.ts";
import { expect, test as base } from "./support/test.ts";

const address = "#/connection/health";

/** A second server beside the one in use, and both in `config.json`. */
const test = base.extend<{ other: FakeOllama }>({
  // Playwright reads the names of fixtures from the first parameter's pattern.
  other: async ({}, use) => {
    const other = await startFakeOllama({ version: "0.31.1" });
    await use(other);
    await other.close();
  },
});

test.beforeEach(async ({ page, site, ollama, other }) => {
  site.setConfig({
    servers: [
      { name: "Near", url: ollama.url, kind: "ollama" },
      { name: "Far", url: other.url, kind: "ollama" },
    ],
  });
  // At noon: hours pass in here, and a time of another day is written with its date.
  await page.clock.install({ time: new Date().setHours(12, 0, 0, 0) });
  await page.goto(`${site.url}/${address}`);
  await expect(card(page, "Near")).toContainText("connected");
  await expect(card(page, "Far")).toContainText("connected");
  for (const server of [ollama, other]) await expect.poll(() => kept(page, server)).toBe(1);
});

const card = (page: Page, name: string) => page.getByRole("article", { name });
const state = (page: Page, name: string) => card(page, name).locator('[data-part="state"]');
const asked = (server: FakeOllama) => server.requestsTo("/api/version").length;
const events = (page: Page, name: string) =>
  card(page, name)
    .getByRole("list", { name: `What changed about ${name}` })
    .getByRole("listitem");

/** Lets a minute pass in the page, and waits until what was found in it is kept. */
async function aMinute(page: Page, server: FakeOllama, ms = 60_000): Promise<void> {
  const before = await kept(page, server);
  await page.clock.fastForward(ms);
  await expect.poll(() => kept(page, server)).toBeGreaterThan(before);
}

/** How many checks the browser keeps of a server. */
function kept(page: Page, server: FakeOllama): Promise<number> {
  return page.evaluate((url) => {
    const text = localStorage.getItem(`candor.server-history.${url}`);
    return text === null ? 0 : (JSON.parse(text) as { samples: unknown[] }).samples.length;
  }, server.url);
}

test("a server that goes down and comes back is drawn and listed, and no other is touched", async ({
  page,
  ollama,
  other,
}) => {
  await aMinute(page, ollama);
  await aMinute(page, ollama);
  await expect(card(page, "Near")).toContainText("100% of 2 min watched");
  await expect(page.getByRole("status")).toHaveText("2 of 2 servers can be used");

  await ollama.close();
  await page.clock.fastForward(60_000);
  await expect(state(page, "Near")).toHaveText("unreachable");
  await expect(page.getByRole("status").first()).toHaveText("1 of 2 servers can be used");
  await expect(events(page, "Near").first()).toContainText("No longer answers");
  const notice = (text: string) => page.getByRole("status").filter({ hasText: text });
  // One failure may be nothing.
  await expect(notice("Near can no longer be used.")).toHaveCount(0);
  await page.clock.fastForward(1000);
  await expect(notice("Near can no longer be used.")).toBeVisible();

  // Minutes later it is still away.
  await aMinute(page, ollama);
  await aMinute(page, ollama);
  await ollama.restart();
  await aMinute(page, ollama);
  await expect(state(page, "Near")).toHaveText("connected");
  await expect(events(page, "Near").first()).toContainText("Connected again");
  await expect(events(page, "Near").first()).toContainText(/was away for \d min/);
  await expect(notice("Near can be used again.")).toBeVisible();
  await expect(card(page, "Near").locator('[data-look="down"]')).toHaveCount(1);
  await expect(card(page, "Near")).toContainText(/1 outage was seen/);

  await expect(state(page, "Far")).toHaveText("connected");
  await expect(card(page, "Far")).toContainText("Nothing has changed since it is watched.");
  await expect(card(page, "Far").locator('[data-look="down"]')).toHaveCount(0);
  expect(asked(other)).toBeGreaterThan(4);
});

test("another version is noticed, and all is still there after a reload", async ({ page, ollama }) => {
  await expect(card(page, "Near")).toContainText("0.33.0");
  await aMinute(page, ollama);
  const { port } = ollama;
  await ollama.close();
  const newer = await startFakeOllama({ port, version: "0.34.0" });
  try {
    await aMinute(page, newer);
    await expect(events(page, "Near").first()).toContainText("Version 0.33.0 became 0.34.0");
    await page.reload();
    await expect(state(page, "Near")).toHaveText("connected");
    await expect(events(page, "Near").first()).toContainText("Version 0.33.0 became 0.34.0");
    await expect(card(page, "Near")).toContainText(/100% of [2-9] min watched/);
  } finally {
    await newer.close();
  }
});

test("a hidden tab asks nothing, and what nobody saw counts neither way", async ({ page, ollama, other }) => {
  await aMinute(page, ollama);
  await aMinute(page, ollama);
  await expect(card(page, "Near")).toContainText("100% of 2 min watched");
  await setVisibility(page, "hidden");
  const before = asked(ollama) + asked(other);
  for (let hour = 0; hour < 3; hour += 1) await page.clock.fastForward("01:00:00");
  // A request that was on its way would arrive before this one.
  await page.evaluate((url) => fetch(`${url}/api/tags`), ollama.url);
  expect(asked(ollama) + asked(other)).toBe(before);
  await ollama.close();
  await setVisibility(page, "visible");
  await expect(state(page, "Near")).toHaveText("unreachable");
  await expect(events(page, "Near").first()).toContainText(/nobody looked since \d/);
  await expect(state(page, "Far")).toHaveText("connected");
  await aMinute(page, other);
  // Two minutes before, one after, and nothing of the three hours between.
  await expect(card(page, "Far")).toContainText("100% of 3 min watched");
});

test("two tabs ask no more often than one", async ({ page, context, site, ollama }) => {
  const second = await context.newPage();
  await second.goto(`${site.url}/${address}`);
  await expect(state(second, "Near")).toHaveText("connected");
  // From here on time passes only where the test says so: on a slow computer it would on its own.
  const now = await page.evaluate(() => Date.now());
  await page.clock.pauseAt(now + 1000);
  const before = asked(ollama);
  // More than a minute, less than the first tab waits for the second.
  for (let minute = 1; minute <= 5; minute += 1) await aMinute(page, ollama, 61_000);
  expect(asked(ollama) - before).toBe(5);
  // Both show the same.
  const answers = (tab: Page) =>
    card(tab, "Near")
      .getByText(/of \d+ answers\.$/)
      .innerText();
  await expect.poll(async () => (await answers(page)) === (await answers(second))).toBe(true);
});

test("the day can be gone through by keys, read as a table, exported, and cleared", async ({
  page,
  ollama,
}) => {
  await aMinute(page, ollama);
  const near = card(page, "Near");
  const moment = near.getByRole("slider", { name: "Moment of the last 24 hours" });
  await moment.focus();
  await expect(moment).toHaveAttribute("aria-valuetext", /: connected, \d+ ms$/);
  await page.keyboard.press("Home");
  await expect(moment).toHaveAttribute("aria-valuetext", /: nobody looked$/);
  await near.getByText("In numbers").click();
  await expect(near.getByRole("table")).toContainText("1 min");

  const download = page.waitForEvent("download");
  await near.getByRole("button", { name: "Export as CSV" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^candor-health-127\.0\.0\.1-\d+-\d{4}-\d\d-\d\d\.csv$/);
  const text = await readFile(await file.path(), "utf8");
  expect(text.split("\r\n")[0]).toBe("time,kind,state,latency_ms,version,from,cause");
  expect(text).toMatch(/,check,connected,\d+,0\.33\.0,,\r\n/);

  await near.getByRole("button", { name: "Clear history" }).click();
  await expect(near).toContainText("nobody watched");
  expect(await kept(page, ollama)).toBe(0);
  await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
  await expect(near).toContainText("100% of 1 min watched");
});

test("deleting all data forgets the histories", async ({ page, site, ollama }) => {
  await expect.poll(() => kept(page, ollama)).toBe(1);
  await page.goto(`${site.url}/#/settings/data`);
  await page.getByRole("button", { name: /^Delete all/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Delete everything" }).click();
  await expect.poll(() => kept(page, ollama)).toBe(0);
});

for (const colorScheme of ["light", "dark"] as const)
  test(`the page has no fault that axe knows, and no sideways scroll on a phone, ${colorScheme}`, async ({
    page,
    ollama,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 360, height: 780 });
    await aMinute(page, ollama);
    await card(page, "Near").getByText("In numbers").click();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(360);
  });

async function setVisibility(page: Page, visibility: "hidden" | "visible"): Promise<void> {
  await page.evaluate((value) => {
    Object.defineProperty(document, "visibilityState", { value, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  }, visibility);
}
