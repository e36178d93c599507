import type { Page } from "@playwright/test";
import { countsOf } from "./support/browser-counts.ts";
import { expect, test } from "./support/test.ts";

// A bound for a slow machine: an idle one needs less than a minute.
test.setTimeout(300_000);

const perConversation = 10;
/** What a conversation in the sidebar may add to the page. */
const nodesOfConversation = 12;
const listenersOfConversation = 2;
/** Bytes that may stay of a question and its reply: both are kept, and their texts are short. */
const bytesOfReply = 5000;

/** Asks by the composer and its buttons; each reply is stopped in mid-stream, or left to its end. */
function cycle(page: Page, cycles: number, how: "stopped" | "done"): Promise<void> {
  return page.evaluate(
    async ({ count, end, each }) => {
      const until = async (isSo: () => boolean) => {
        while (!isSo()) await new Promise((next) => setTimeout(next, 1));
      };
      const button = (name: string) =>
        [...document.querySelectorAll("main button")].find(
          (candidate): candidate is HTMLButtonElement =>
            (candidate.getAttribute("aria-label") ?? candidate.textContent)?.trim() === name,
        );
      const replies = () => document.querySelectorAll<HTMLElement>("article[data-status]");
      const status = () => [...replies()].at(-1)?.dataset["status"];
      const box = () => document.querySelector<HTMLTextAreaElement>('textarea[aria-label="Message"]');
      const setText = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set;
      const anew = async () => {
        location.hash = "#/";
        await until(() => replies().length === 0 && box() !== null);
      };
      for (let index = 0; index < count; index++) {
        if (index % each === 0) await anew();
        const before = replies().length;
        setText?.call(box(), `Question ${index}`);
        box()?.dispatchEvent(new Event("input", { bubbles: true }));
        await until(() => button("Send")?.disabled === false);
        button("Send")?.click();
        await until(() => replies().length > before);
        if (end === "stopped") {
          await until(() => status() === "streaming");
          button("Stop")?.click();
        }
        await until(() => status() === end && button("Send") !== undefined);
      }
      await anew();
    },
    { count: cycles, end: how, each: perConversation },
  );
}

test("Hundreds of replies in conversations leave no connection, no listener, and no more than their texts", async ({
  chat,
  page,
  ollama,
}) => {
  await expect(chat.modelButton).toContainText("llama3.2");
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.enable");
  const stopped = {
    about: "words, then nothing",
    steps: [{ say: "One two three" }, { pause: true as const }],
  };
  ollama.script(stopped, { times: 250 });
  await cycle(page, 50, "stopped");
  const before = await countsOf(session);
  await cycle(page, 200, "stopped");
  await cycle(page, 200, "done");
  const after = await countsOf(session);

  const streams = ollama.requestsTo("/v1/chat/completions");
  expect(streams).toHaveLength(450);
  await expect.poll(() => streams.filter(({ ended }) => !ended)).toEqual([]);
  expect(streams.filter(({ aborted }) => aborted)).toHaveLength(250);
  await expect.poll(() => ollama.connectionsInUse()).toBe(0);
  const conversations = 400 / perConversation;
  expect(after.documents).toBeLessThanOrEqual(before.documents);
  expect(after.listeners - before.listeners, "listeners").toBeLessThanOrEqual(
    conversations * listenersOfConversation,
  );
  expect(after.nodes - before.nodes, "nodes").toBeLessThanOrEqual(conversations * nodesOfConversation);
  expect(after.heap - before.heap, "bytes of the heap").toBeLessThanOrEqual(400 * bytesOfReply);
});
