import type { Page } from "@playwright/test";
import { type Benchmark, percentile } from "./benchmark.ts";
import { countWith, manyModels } from "./filter-models.ts";
import { between, newContext, newSubject, type Subject } from "./subject.ts";

const count = 500;
/** Narrows the list key by key; taken back, it widens it again. */
const typed = "gemma3 tune 12";
const shownRows = '[role="row"][aria-label]:not([hidden])';

export const filter: Benchmark = {
  name: "filter",
  title: `The library with ${count} models: opening it, filtering at each key`,
  figures: [
    { name: "opened: click to first rows painted", unit: "ms" },
    { name: "main thread until all rows are there", unit: "ms" },
    { name: "key to painted list, median", unit: "ms", digits: 1 },
    { name: "key to painted list, 95th percentile", unit: "ms", digits: 1 },
    { name: "main thread a key, median", unit: "ms", digits: 1 },
    { name: "main thread a key, 95th percentile", unit: "ms", digits: 1 },
    { name: "long tasks while typing", unit: "" },
  ],
  subjects: ["app"],
  async measure({ browser, address }) {
    const listed = manyModels(count);
    const subject = await newSubject(await newContext(browser));
    const { page, work } = subject;
    const headers = { "access-control-allow-origin": "*" };
    await page.route("**/api/tags", (route) => route.fulfill({ json: listed, headers }));
    await page.goto(address);
    const link = page.getByRole("link", { name: "Models", exact: true });
    await link.waitFor();
    await page.waitForTimeout(1500);

    const before = await work();
    const painted = page.evaluate(paintedWith, { selector: shownRows, wanted: 1, event: "click" });
    await link.click();
    const opened = await painted;
    await page.waitForFunction((rows) => document.querySelectorAll('[role="row"]').length > rows, count);
    await page.waitForTimeout(500);
    const drawn = await work();

    const box = page.getByRole("searchbox", { name: "Filter models" });
    await box.focus();
    const latencies: number[] = [];
    for (const { key, text } of keys()) {
      const wanted = countWith(text, listed);
      const shown = page.evaluate(paintedWith, { selector: shownRows, wanted, event: "keydown" });
      await page.keyboard.press(key);
      latencies.push(await shown);
      await page.waitForTimeout(50);
    }
    await page.evaluate(() => window.probe.reset(false));
    const costs = await costsOfKeys(subject, page);
    const { longTasks } = await page.evaluate(() => window.probe.read());
    await subject.close();
    return {
      "opened: click to first rows painted": opened,
      "main thread until all rows are there": between(before, drawn).main,
      "key to painted list, median": percentile(latencies, 0.5),
      "key to painted list, 95th percentile": percentile(latencies, 0.95),
      "main thread a key, median": percentile(costs, 0.5),
      "main thread a key, 95th percentile": percentile(costs, 0.95),
      "long tasks while typing": longTasks.length,
    };
  },
};

/** Each key, and what stands in the box after it. */
function keys(): readonly { readonly key: string; readonly text: string }[] {
  const prefixes = Array.from({ length: typed.length + 1 }, (_, length) => typed.slice(0, length));
  const forth = prefixes
    .slice(1)
    .map((text) => ({ key: text.at(-1) === " " ? "Space" : (text.at(-1) ?? ""), text }));
  const back = prefixes.slice(0, -1).map((text) => ({ key: "Backspace", text }));
  return [...forth, ...back.toReversed()];
}

/** All that the page does because of each key, in milliseconds: nothing else happens meanwhile. */
async function costsOfKeys({ work }: Subject, page: Page): Promise<readonly number[]> {
  const costs: number[] = [];
  for (const { key } of keys()) {
    const before = await work();
    await page.keyboard.press(key);
    await page.waitForTimeout(120);
    costs.push(between(before, await work()).main);
  }
  return costs;
}

/** Milliseconds from the next event of this kind to the paint that shows so many elements (one: at least one). */
function paintedWith(asked: { selector: string; wanted: number; event: string }): Promise<number> {
  const { selector, wanted, event } = asked;
  return new Promise((resolve) => {
    addEventListener(
      event,
      ({ timeStamp }) => {
        requestAnimationFrame(function look() {
          const found = document.querySelectorAll(selector).length;
          if (event === "click" ? found < wanted : found !== wanted) return requestAnimationFrame(look);
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
