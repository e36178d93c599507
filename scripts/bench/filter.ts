import { type Benchmark, percentile } from "./benchmark.ts";
import { namesWith, manyModels } from "./filter-models.ts";
import { between, newContext, newSubject } from "./subject.ts";

const count = 500;
/** Narrows the list key by key; taken back, it widens it again. */
const typed = "gemma3 tune 12";
/** Rows that are looked at: about as many as a screen has room for. */
const screen = 12;

export const filter: Benchmark = {
  name: "filter",
  title: `The library with ${count} models: opening it, filtering at each key`,
  figures: [
    { name: "opened: click to first rows painted", unit: "ms" },
    { name: "main thread until nothing more is drawn", unit: "ms" },
    { name: "key to painted list, median", unit: "ms", digits: 1 },
    { name: "key to painted list, 95th percentile", unit: "ms", digits: 1 },
    { name: "main thread from key to painted list, median", unit: "ms", digits: 1 },
    { name: "main thread from key to painted list, 95th percentile", unit: "ms", digits: 1 },
    { name: "long tasks while typing", unit: "" },
  ],
  subjects: ["app"],
  async measure({ browser, address }) {
    const listed = manyModels(count);
    const subject = await newSubject(await newContext(browser));
    const { page, session, work } = subject;
    // The time that the thread ran, not the time that passed: a task of a millisecond is lengthened much by a busy machine.
    await session.send("Performance.disable");
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    const headers = { "access-control-allow-origin": "*" };
    await page.route("**/api/tags", (route) => route.fulfill({ json: listed, headers }));
    await page.goto(address);
    const link = page.getByRole("link", { name: "Models", exact: true });
    await link.waitFor();
    await page.waitForTimeout(1500);

    const before = await work();
    const first = await page.evaluateHandle(paintedWith, {
      wanted: namesWith("", listed).slice(0, screen),
      event: "click",
    });
    await link.click();
    const opened = await first.evaluate(({ painted }) => painted);
    await page.getByRole("row").nth(screen).waitFor();
    await page.waitForTimeout(500);
    const drawn = await work();

    const box = page.getByRole("searchbox", { name: "Filter models" });
    await box.focus();
    const [latencies, costs]: [number[], number[]] = [[], []];
    await page.evaluate(() => window.probe.reset(false));
    for (const { key, text } of keys()) {
      const wanted = namesWith(text, listed).slice(0, screen);
      const shown = await page.evaluateHandle(paintedWith, { wanted, event: "keydown" });
      const start = await work();
      await page.keyboard.press(key);
      latencies.push(await shown.evaluate(({ painted }) => painted));
      costs.push(between(start, await work()).main);
      await page.waitForTimeout(250);
    }
    const { longTasks } = await page.evaluate(() => window.probe.read());
    await subject.close();
    return {
      "opened: click to first rows painted": opened,
      "main thread until nothing more is drawn": between(before, drawn).main,
      "key to painted list, median": percentile(latencies, 0.5),
      "key to painted list, 95th percentile": percentile(latencies, 0.95),
      "main thread from key to painted list, median": percentile(costs, 0.5),
      "main thread from key to painted list, 95th percentile": percentile(costs, 0.95),
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

/**
 * Milliseconds from the next event of this kind to the paint with these models, and no other, on the first screen.
 * Within an object: once that is there, the event is listened for.
 */
function paintedWith({ wanted, event }: { wanted: readonly string[]; event: string }) {
  const expected = wanted.join();
  const painted = new Promise<number>((resolve) => {
    addEventListener(
      event,
      ({ timeStamp }) => {
        requestAnimationFrame(function look() {
          const rows = document.querySelectorAll('[role="row"][aria-label]:not([hidden])');
          const names = [...rows].slice(0, Math.max(1, wanted.length)).map((row) => row.ariaLabel);
          if (names.join() !== expected) return requestAnimationFrame(look);
          const { port1, port2 } = new MessageChannel();
          port1.addEventListener("message", () => resolve(performance.now() - timeStamp));
          port1.start();
          return port2.postMessage(null);
        });
      },
      { capture: true, once: true },
    );
  });
  return { painted };
}
