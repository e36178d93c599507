import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { findBrowser, launchArguments } from "./browser.ts";

const folder = mkdtempSync(join(tmpdir(), "candor-browser-"));
const system = join(folder, "chromium");
const own = join(folder, "own-chrome");
for (const file of [system, own]) {
  writeFileSync(file, "#!/bin/sh\n");
  chmodSync(file, 0o755);
}
afterAll(() => rmSync(folder, { recursive: true }));

test("the environment comes first, then Playwright's own, then the system's", () => {
  expect(findBrowser({ CANDOR_CHROMIUM: system, PATH: "" }, own)).toBe(system);
  expect(findBrowser({ CHROME_PATH: system, PATH: "" }, own)).toBe(system);
  expect(findBrowser({ PATH: folder }, own)).toBe(own);
  expect(findBrowser({ PATH: `/nowhere:${folder}` }, join(folder, "missing"))).toBe(system);
  expect(findBrowser({ PATH: "/nowhere" }, undefined)).toBe(undefined);
});

test("a browser that was named and is not there is an error, not another browser", () => {
  expect(() => findBrowser({ CANDOR_CHROMIUM: "/nowhere/chromium", PATH: folder }, own)).toThrow(
    /CANDOR_CHROMIUM/,
  );
});

test("root gets no sandbox, others keep it", () => {
  expect(launchArguments.includes("--no-sandbox")).toBe(process.getuid?.() === 0);
});
