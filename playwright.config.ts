import { defineConfig } from "@playwright/test";
import { findBrowser, launchArguments } from "./scripts/browser.ts";

const executablePath = findBrowser();

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  // They need nginx: npm run e2e:deploy.
  testIgnore: "deploy/**",
  outputDir: "test-results",
  workers: 2,
  fullyParallel: true,
  // A test that passes only the second time is listed as flaky, and is a fault to mend; it does not hold up everybody's work.
  retries: process.env["CI"] ? 1 : 0,
  timeout: 30_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env["CI"]),
  reporter: [["list"]],
  use: {
    browserName: "chromium",
    locale: "en-US",
    screenshot: "only-on-failure",
    // Only tests of what is kept have one: it would answer for the host in others.
    serviceWorkers: "block",
    launchOptions: {
      args: [...launchArguments],
      ...(executablePath === undefined ? {} : { executablePath }),
    },
  },
});
