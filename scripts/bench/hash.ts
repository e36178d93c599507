import { execFileSync } from "node:child_process";
import { closeSync, openSync, rmSync, statSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "@playwright/test";
import { ggufFile } from "../../e2e/support/gguf-file.ts";
import type { Benchmark } from "./benchmark.ts";
import { openSubject } from "./subject.ts";

const megabyte = 1_000_000;

export const hash: Benchmark = {
  name: "hash",
  title: "SHA-256 of a GGUF file of 1.2 GB, chosen on the page",
  figures: [
    { name: "hashed in the worker", unit: "MB/s" },
    { name: "from choosing to the first question to the server", unit: "ms" },
    { name: "memory of the page's process before", unit: "MB" },
    { name: "more at its peak", unit: "MB" },
  ],
  subjects: ["app"],
  async measure({ browser, address, isQuick }) {
    const file = fileOf(isQuick ? 300 : 1200);
    const { page, close } = await openSubject(browser, address);
    // What this measures ends where the server would be asked.
    await page.route("**/api/blobs/**", (route) => route.fulfill({ status: 200, headers: anyone }));
    await page.goto(`${address}#/create`);
    await page.getByRole("radio", { name: "GGUF files" }).check();
    const before = await memoryOf(browser);
    let peak = before;
    const watch = setInterval(() => {
      void memoryOf(browser).then((now) => (peak = Math.max(peak, now)));
    }, 100);
    const hashed = page.evaluate(timeHashing);
    const begun = performance.now();
    await page.locator("input[type=file]").setInputFiles(file.path);
    const ms = await hashed;
    const whole = performance.now() - begun;
    clearInterval(watch);
    await close();
    rmSync(file.path);
    return {
      "hashed in the worker": file.size / megabyte / (ms / 1000),
      "from choosing to the first question to the server": whole,
      "memory of the page's process before": before,
      "more at its peak": peak - before,
    };
  },
};

const anyone = { "Access-Control-Allow-Origin": "*", "Access-Control-Allow-Headers": "*" };

/** Milliseconds for which a file on the page is being hashed: from the first sight of its bar to the last. */
function timeHashing(): Promise<number> {
  return new Promise((resolve) => {
    let begun: number | undefined;
    const observer = new MutationObserver(() => {
      const isHashing = document.querySelector("[role=progressbar][aria-label^='Hashing']") !== null;
      if (isHashing) begun ??= performance.now();
      if (isHashing || begun === undefined) return;
      observer.disconnect();
      resolve(performance.now() - begun);
    });
    observer.observe(document.body, { subtree: true, childList: true, attributes: true });
  });
}

/** On the disk, of bytes that nothing can guess or leave out. */
function fileOf(megabytes: number): { readonly path: string; readonly size: number } {
  const path = join(tmpdir(), `candor-bench-${process.pid}.gguf`);
  const file = openSync(path, "w");
  writeSync(file, ggufFile({ "general.architecture": "llama", "general.file_type": 15 }));
  const piece = Buffer.from(
    Array.from({ length: megabyte }, (_, index) => (index * 131 + (index >> 7)) & 0xff),
  );
  for (let count = 0; count < megabytes; count++) {
    piece.writeUInt32LE(count);
    writeSync(file, piece);
  }
  closeSync(file);
  return { path, size: statSync(path).size };
}

/** The largest of the pages' processes, in MB as the system counts them; not on Windows. */
async function memoryOf(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  try {
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    const pages = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => String(id));
    const listed = execFileSync("ps", ["-o", "rss=", "-p", pages.join(",")], { encoding: "utf8" });
    return Math.max(...listed.trim().split(/\s+/).map(Number)) / 1000;
  } catch {
    return Number.NaN;
  } finally {
    await session.detach();
  }
}
