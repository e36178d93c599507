import { runBrowserTests } from "./browser-tests.ts";
import { buildIfNeeded } from "./build-app.ts";
import { keepCounts } from "./counts-before.ts";
import { runChecks } from "./static-checks.ts";
import { failure, finish } from "./step.ts";

keepCounts();
console.log("Checks");
const checks = await runChecks();

console.log("\nBrowser tests");
const browser = await testInBrowser().catch((error: unknown) => {
  console.log(error instanceof Error ? error.message : String(error));
  return failure("");
});

const all = { passed: checks.passed + browser.passed, failed: checks.failed + browser.failed };
keepCounts(all);
finish(all);

async function testInBrowser() {
  await buildIfNeeded();
  return (await runBrowserTests([])).counts;
}
