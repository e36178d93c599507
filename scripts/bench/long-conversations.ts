import type { BrowserContext, Page } from "@playwright/test";
import { type Benchmark, both, type Surroundings } from "./benchmark.ts";
import { marks } from "./plan.ts";
import { newProfile } from "./profile.ts";
import { paintedAfterClick } from "./stored.ts";
import { endOf, long } from "./stored-conversations.ts";
import { streamed, streamedFigures } from "./streaming.ts";
import { composer, newSubject, openSubject, type Subject } from "./subject.ts";

const behindMessages = 50;
const behindTokens = 100_000;
const openedMessages = 1000;
const openedTokens = 200_000;

/** Made once and opened again by every run: each in a page of its own. */
let profile: Promise<BrowserContext> | undefined;

async function openProfile({ browser, address, isQuick }: Surroundings): Promise<Subject> {
  const share = isQuick ? 0.2 : 1;
  profile ??= newProfile(browser, address, [
    long("behind", behindMessages * share, behindTokens * share),
    long("opened", openedMessages * share, openedTokens * share),
  ]);
  const subject = await newSubject(await profile);
  await subject.page.goto(address);
  await composer(subject.page).waitFor();
  return { ...subject, close: () => subject.page.close() };
}

function linkTo(page: Page, id: string) {
  const sidebar = page.getByRole("navigation", { name: "Conversations" });
  return sidebar.getByRole("link", { name: `About ${id}`, exact: true });
}

/** A page that shows as much text as the long conversation holds. */
async function withTextBehind(surroundings: Surroundings): Promise<Subject> {
  if (surroundings.subject === "app") {
    const subject = await openProfile(surroundings);
    await linkTo(subject.page, "behind").click();
    await subject.page.locator("[data-status]").last().waitFor();
    return subject;
  }
  const subject = await openSubject(surroundings.browser, surroundings.address);
  const ended = subject.shown(marks.ended);
  const tokens = surroundings.isQuick ? behindTokens / 5 : behindTokens;
  await subject.ask({ shape: "mixed", parts: [{ tokens }] });
  await ended;
  return subject;
}

export const behind: Benchmark = {
  name: "behind",
  title: "1,000 tokens at 100 a second, with a conversation of 100,000 tokens behind",
  figures: streamedFigures,
  subjects: both,
  async measure(surroundings) {
    const subject = await withTextBehind(surroundings);
    await subject.page.waitForTimeout(3000);
    const tokens = surroundings.isQuick ? 200 : 1000;
    const values = await streamed(subject, surroundings, {
      shape: "mixed",
      parts: [{ tokens, perSecond: 100 }],
    });
    await subject.close();
    return values;
  },
};

export const opening: Benchmark = {
  name: "opening",
  title: "Opening a conversation of 1,000 messages (200,000 tokens)",
  figures: [
    { name: "reading the data alone", unit: "ms", digits: 1 },
    { name: "click to the end painted", unit: "ms" },
    { name: "then a key to paint", unit: "ms", digits: 1 },
    { name: "usable after the data is read", unit: "ms" },
    { name: "main thread for opening it", unit: "ms" },
    { name: "long tasks", unit: "" },
    { name: "longest long task", unit: "ms" },
    { name: "messages in the page 2 s later", unit: "" },
  ],
  subjects: ["app"],
  async measure(surroundings) {
    const { page, work, close } = await openProfile(surroundings);
    await linkTo(page, "opened").waitFor();
    await page.waitForTimeout(1000);
    await page.evaluate(() => window.probe.reset(false));
    const before = await work();
    const count = surroundings.isQuick ? openedMessages / 5 : openedMessages;
    const opened = page.evaluate(paintedAfterClick, endOf("opened", count - 1));
    await linkTo(page, "opened").click();
    const painted = await opened;
    await composer(page).press("a");
    await page.waitForFunction(() => window.probe.read().keyLatencies.length > 0);
    const [key = Number.NaN] = await page.evaluate(() => window.probe.read().keyLatencies);
    await page.waitForTimeout(2000);
    const after = await work();
    const { longTasks } = await page.evaluate(() => window.probe.read());
    const articles = await page.locator("article").count();
    const reading = await page.evaluate(readMessages, "opened");
    await composer(page).fill("");
    await close();
    return {
      "reading the data alone": reading,
      "click to the end painted": painted,
      "then a key to paint": key,
      "usable after the data is read": painted + key - reading,
      "main thread for opening it": (after.task - before.task) * 1000,
      "long tasks": longTasks.length,
      "longest long task": Math.max(0, ...longTasks),
      "messages in the page 2 s later": articles,
    };
  },
};

/** How long the browser takes to hand the messages over, with nothing made of them. */
function readMessages(id: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const connecting = indexedDB.open("candor");
    connecting.addEventListener("error", () => reject(connecting.error));
    connecting.addEventListener("success", () => {
      const store = connecting.result.transaction("messages").objectStore("messages");
      const reading = store.getAll(IDBKeyRange.bound([id], [id, []]));
      reading.addEventListener("error", () => reject(reading.error));
      reading.addEventListener("success", () => {
        connecting.result.close();
        resolve(performance.now() - begun);
      });
    });
  });
}
