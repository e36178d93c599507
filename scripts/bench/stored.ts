import type { Browser, BrowserContext } from "@playwright/test";
import type { Benchmark } from "./benchmark.ts";
import { untilUsable } from "./loading.ts";
import { exportOf, lastOf, messagesEach, titleOf } from "./stored-conversations.ts";
import { composer, newContext, newSubject, patience } from "./subject.ts";

/** Made once and opened again by every run: each in a page of its own. */
let profile: Promise<BrowserContext> | undefined;

export const stored: Benchmark = {
  name: "stored",
  title: `1,000 stored conversations of ${messagesEach} messages`,
  figures: [
    { name: "text box can be used", unit: "ms" },
    { name: "all conversations listed", unit: "ms" },
    { name: "a conversation opened: click to paint", unit: "ms" },
    { name: "main thread for opening it", unit: "ms" },
  ],
  subjects: ["app"],
  async measure({ browser, address, isQuick }) {
    profile ??= fill(browser, address, isQuick ? 100 : 1000);
    const { page, work } = await newSubject(await profile);
    await page.goto(address, { waitUntil: "commit" });
    const usable = await untilUsable(page);
    const sidebar = page.getByRole("navigation", { name: "Conversations" });
    const target = sidebar.getByRole("link", { name: titleOf(3), exact: true });
    await target.waitFor();
    const listed = await page.evaluate(() => performance.now());
    await page.waitForTimeout(1000);
    const before = await work();
    const opened = page.evaluate(paintedAfterClick, lastOf(3));
    await target.click();
    const clickToPaint = await opened;
    const after = await work();
    await page.close();
    return {
      "text box can be used": usable,
      "all conversations listed": listed,
      "a conversation opened: click to paint": clickToPaint,
      "main thread for opening it": (after.task - before.task) * 1000,
    };
  },
};

function paintedAfterClick(text: string): Promise<number> {
  return new Promise((resolve) => {
    addEventListener(
      "click",
      ({ timeStamp }) => {
        requestAnimationFrame(function look() {
          const articles = document.querySelectorAll("[data-status]");
          if (!articles[articles.length - 1]?.textContent?.includes(text)) return requestAnimationFrame(look);
          const { port1, port2 } = new MessageChannel();
          port1.addEventListener("message", () => resolve(performance.now() - timeStamp));
          port1.start();
          return port2.postMessage(null);
        });
      },
      { capture: true, once: true },
    );
  });
}

/** Through the app's own import, as a user would bring them. */
async function fill(browser: Browser, address: string, count: number): Promise<BrowserContext> {
  const context = await newContext(browser);
  const page = await context.newPage();
  await page.goto(`${address}/#/settings/data`);
  const file = {
    name: "conversations.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify(exportOf(count))),
  };
  await page.getByLabel("Import", { exact: true }).setInputFiles(file);
  await page.waitForFunction(isStored, [count, messagesEach] as const, { timeout: patience, polling: 250 });
  await page.goto(`${address}/#/`);
  await composer(page).waitFor();
  return context;
}

function isStored([conversations, each]: readonly [number, number]): Promise<boolean> {
  return new Promise((resolve) => {
    const opening = indexedDB.open("candor");
    opening.addEventListener("error", () => resolve(false));
    opening.addEventListener("success", () => {
      const database = opening.result;
      const counting = database.transaction("messages").objectStore("messages").count();
      counting.addEventListener("success", () => {
        database.close();
        resolve(counting.result >= conversations * each);
      });
    });
  });
}
