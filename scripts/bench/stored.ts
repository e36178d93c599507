import type { BrowserContext } from "@playwright/test";
import type { Benchmark } from "./benchmark.ts";
import { untilUsable } from "./loading.ts";
import { newProfile } from "./profile.ts";
import { lastOf, many, messagesEach, titleOf } from "./stored-conversations.ts";
import { newSubject } from "./subject.ts";

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
    profile ??= newProfile(browser, address, many(isQuick ? 100 : 1000));
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

/** From the next click to the paint of a last message with this text, at its end. */
export function paintedAfterClick(text: string): Promise<number> {
  return new Promise((resolve) => {
    addEventListener(
      "click",
      ({ timeStamp }) => {
        requestAnimationFrame(function look() {
          const last = [...document.querySelectorAll("[data-status]")].at(-1);
          const isThere =
            last?.textContent?.includes(text) === true &&
            last.getBoundingClientRect().bottom <= window.innerHeight;
          if (!isThere) return requestAnimationFrame(look);
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
