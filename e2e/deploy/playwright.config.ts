import { defineConfig } from "@playwright/test";
import base from "../../playwright.config.ts";

export default defineConfig({
  ...base,
  testDir: ".",
  testIgnore: [],
  timeout: 90_000,
  outputDir: "../../.cache/test-results-deploy",
});
