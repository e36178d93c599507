import type { Page } from "@playwright/test";
import { type Benchmark, both, type Surroundings, type Values } from "./benchmark.ts";
import { newContext, newSubject, type Subject } from "./subject.ts";

const figures: Benchmark["figures"] = [
  { name: "text box can be used", unit: "ms" },
  { name: "main thread until then", unit: "ms" },
  { name: "JavaScript transferred until then", unit: "kB", digits: 1 },
  { name: "all transferred until then", unit: "kB", digits: 1 },
];

/** Until the text box is there and takes input, measured in the page from the start of its navigation. */
export async function untilUsable(page: Page): Promise<number> {
  const found = await page.waitForFunction(
    () => {
      const box = document.querySelector<HTMLTextAreaElement>('textarea[aria-label="Message"], textarea');
      if (box === null || box.disabled || box.readOnly || !box.checkVisibility()) return false;
      return performance.now();
    },
    undefined,
    { polling: "raf" },
  );
  return Number(await found.jsonValue());
}

async function measureLoad(
  { browser, address }: Surroundings,
  prepare: (subject: Subject) => Promise<void>,
): Promise<Values> {
  const subject = await newSubject(await newContext(browser));
  const scripts = new Set<string>();
  let [script, all] = [0, 0];
  subject.session.on("Network.responseReceived", ({ requestId, type }) => {
    if (type === "Script") scripts.add(requestId);
  });
  subject.session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    all += encodedDataLength;
    if (scripts.has(requestId)) script += encodedDataLength;
  });
  await subject.session.send("Network.enable");
  await prepare(subject);
  await subject.page.goto(address, { waitUntil: "commit" });
  const usable = await untilUsable(subject.page);
  const { task } = await subject.work();
  const transferred = { script: script / 1000, all: all / 1000 };
  await subject.close();
  return {
    "text box can be used": usable,
    "main thread until then": task * 1000,
    "JavaScript transferred until then": transferred.script,
    "all transferred until then": transferred.all,
  };
}

export const load: Benchmark = {
  name: "load",
  title: "First load, nothing in the cache",
  figures,
  subjects: both,
  measure: (surroundings) => measureLoad(surroundings, async () => {}),
};

export const slowLoad: Benchmark = {
  name: "slow-load",
  title: "First load on a slow phone: 1.6 Mbit/s, 150 ms, processor four times slower",
  figures,
  subjects: both,
  measure: (surroundings) =>
    measureLoad(surroundings, async ({ session }) => {
      await session.send("Network.emulateNetworkConditions", {
        offline: false,
        latency: 150,
        downloadThroughput: 1_600_000 / 8,
        uploadThroughput: 750_000 / 8,
      });
      await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    }),
};
