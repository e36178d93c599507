import { resolve } from "node:path";
import { ensureBrowser } from "./browser.ts";
import { runTool } from "./command.ts";
import { forgetReport, playwrightCounts, testCounts, type Counts } from "./test-counts.ts";

/** Runs Playwright on the build that is in `dist`, its output passed on while it comes. */
export async function runBrowserTests(
  parameters: readonly string[],
  report = ".cache/playwright.json",
): Promise<{ code: number; counts: Counts }> {
  const reporters = parameters.some((parameter) => parameter.startsWith("--reporter"))
    ? []
    : ["--reporter=list,json"];
  forgetReport(report);
  const { code } = await runTool("playwright", ["test", ...reporters, ...parameters], {
    packageName: "@playwright/test",
    env: { CANDOR_CHROMIUM: ensureBrowser(), PLAYWRIGHT_JSON_OUTPUT_NAME: resolve(report) },
    live: true,
  });
  return { code, counts: testCounts(report, code, playwrightCounts) };
}
