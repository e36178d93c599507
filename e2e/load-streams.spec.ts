import type { Page } from "@playwright/test";
import { bar, pull } from "./pages/pulls.ts";
import { button, completionModels, prompt, result } from "./pages/playground.ts";
import { countsOf } from "./support/browser-counts.ts";
import { pullScenarios } from "./support/pull-scenarios.ts";
import { expect, test } from "./support/test.ts";

// Bounds of a slow machine: an idle one needs less than a minute for each.
test.setTimeout(300_000);

/** Bytes that a heap may differ by after a thousand streams: a leak of one buffer or closure each would be more. */
const heapTolerance = 500_000;
/** Streams in which the engine learns and compiles what they need, and lists grow to their bounds: about a megabyte. */
const warmUp = 500;
/** Listeners and nodes that may differ: what is on screen is not the same to the last node. */
const countTolerance = 20;

/** Runs completions by the page's own buttons, one after the other; each is stopped in mid-stream, or left to its end. */
function cycle(page: Page, cycles: number, how: "stopped" | "done"): Promise<void> {
  return page.evaluate(
    async ({ count, end }) => {
      const status = () => document.querySelector<HTMLElement>("section[data-status]")?.dataset["status"];
      const press = (name: string) =>
        [...document.querySelectorAll("form button")]
          .find((candidate): candidate is HTMLButtonElement => candidate.textContent?.trim() === name)
          ?.click();
      const until = async (wanted: string) => {
        while (status() !== wanted) await new Promise((next) => setTimeout(next, 1));
      };
      for (let index = 0; index < count; index++) {
        press("Run");
        await Promise.resolve();
        if (status() === end) throw new Error("The button began nothing.");
        if (end === "stopped") {
          await until("writing");
          press("Stop");
        }
        await until(end);
      }
    },
    { count: cycles, end: how },
  );
}

test.describe("a thousand streams", () => {
  test.use({ server: { models: completionModels } });

  test("opened and closed leave no connection, listener or grown heap behind", async ({
    chat,
    page,
    ollama,
  }) => {
    await chat.open("#/playground");
    await prompt(page).fill("Count");
    const session = await page.context().newCDPSession(page);
    await session.send("HeapProfiler.enable");
    const stopped = {
      about: "words, then nothing",
      steps: [{ say: "One two three" }, { pause: true as const }],
    };
    ollama.script(stopped, { times: warmUp + 500 });
    await button(page, "Run").click();
    await expect(result(page)).toHaveAttribute("data-status", "writing");
    await button(page, "Stop").click();
    await expect(result(page)).toHaveAttribute("data-status", "stopped");
    await cycle(page, warmUp - 1, "stopped");
    const before = await countsOf(session);
    await cycle(page, 500, "stopped");
    // From here on the model answers to its end; the last of those is not asked for.
    ollama.unscript();
    await cycle(page, 500, "done");
    const after = await countsOf(session);

    const streams = ollama.requestsTo("/api/generate");
    expect(streams).toHaveLength(warmUp + 1000);
    await expect.poll(() => streams.filter(({ ended }) => !ended)).toEqual([]);
    expect(streams.filter(({ aborted }) => aborted)).toHaveLength(warmUp + 500);
    // What the browser keeps for the next request is let go of; what a stream still held would stay.
    await expect.poll(() => ollama.connectionsInUse()).toBe(0);
    expect(after.documents).toBeLessThanOrEqual(before.documents);
    expect(after.listeners - before.listeners, "listeners").toBeLessThanOrEqual(countTolerance);
    expect(after.nodes - before.nodes, "nodes").toBeLessThanOrEqual(countTolerance * 10);
    expect(after.heap - before.heap, "bytes of the heap").toBeLessThanOrEqual(heapTolerance);
  });
});

test.describe("eight runs and pulls at once", () => {
  test.use({ server: { anyPull: { ...pullScenarios.slow, bytesPerSecond: 150_000 } } });

  test("never keep health checks and lists waiting", async ({ chat, page, ollama }) => {
    await expect(chat.connection).toHaveAccessibleName(/connected/);
    ollama.script(
      {
        about: "a word, then nothing until release()",
        steps: [{ say: "One" }, { pause: true }, { say: " two." }],
      },
      { times: Number.POSITIVE_INFINITY },
    );
    await page.evaluate(() => (location.hash = "#/pulls"));
    const names = ["one:1b", "two:1b", "three:1b"];
    await pull(page, ...names);
    await expect(bar(page, "one:1b")).toBeVisible();
    for (const number of [1, 2, 3, 4, 5]) {
      await page.evaluate(() => (location.hash = "#/"));
      await expect(page).toHaveURL(/#\/$/);
      await expect(chat.replies).toHaveCount(0);
      await chat.ask(`Question ${number}`);
      await expect(page).toHaveURL(/#\/c\//);
    }
    const open = () =>
      [...ollama.requestsTo("/v1/chat/completions"), ...ollama.requestsTo("/api/pull")].filter(
        ({ ended }) => !ended,
      );
    // As many as there are places; the others wait in the page, and no request of theirs takes a connection.
    await expect.poll(() => open().length).toBe(4);

    const answered = (path: string) => ollama.requestsTo(path).filter(({ status }) => status === 200).length;
    for (let round = 0; round < 3; round++) {
      const checks = answered("/api/version");
      const lists = answered("/api/tags");
      // The server is asked when the page is seen again, and a list that is five seconds old when its page is opened.
      await expect
        .poll(
          async () => {
            await page.evaluate(() => {
              document.dispatchEvent(new Event("visibilitychange"));
              location.hash = location.hash === "#/models" ? "#/settings/about" : "#/models";
            });
            return [answered("/api/version") > checks, answered("/api/tags") > lists];
          },
          { timeout: 60_000 },
        )
        .toEqual([true, true]);
      expect(open().length).toBeGreaterThan(0);
      await expect(chat.connection).toHaveAccessibleName(/connected/);
    }

    await expect
      .poll(
        () => {
          ollama.release();
          return [answered("/v1/chat/completions"), answered("/api/pull"), open().length];
        },
        { timeout: 120_000 },
      )
      .toEqual([5, 3, 0]);
    expect(ollama.modelNames()).toEqual(expect.arrayContaining(names));
    await chat.sidebar.getByRole("link", { name: "Question 5" }).click();
    await expect(chat.body(chat.reply)).toHaveText("One two.");
  });
});
