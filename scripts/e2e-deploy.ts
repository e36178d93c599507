import { cpSync, existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { deployed } from "../e2e/deploy/nginx.ts";
import { runBrowserTests } from "./browser-tests.ts";
import { builtId } from "./build-id.ts";
import { buildIfNeeded } from "./build-app.ts";
import { compressFolder } from "./compress-folder.ts";
import { countsBefore } from "./counts-before.ts";
import { ensureNginx } from "./nginx.ts";
import { finish } from "./step.ts";

// With `--after-tests`, the last line counts what `npm test` found, too.
const parameters = process.argv.slice(2).filter((parameter) => parameter !== "--after-tests");
const before = process.argv.includes("--after-tests") ? countsBefore() : { passed: 0, failed: 0 };

console.log("\nTests of deployment");
const counts = await testDeployment().catch((error: unknown) => {
  console.log(error instanceof Error ? error.message : String(error));
  return { passed: 0, failed: 1 };
});
finish({ passed: before.passed + counts.passed, failed: before.failed + counts.failed });

async function testDeployment() {
  ensureNginx();
  await buildIfNeeded(() => console.log("Building the app …"));
  if (builtId(deployed) !== builtId("dist") || !existsSync(join(deployed, "index.html.br"))) {
    rmSync(deployed, { recursive: true, force: true });
    cpSync("dist", deployed, { recursive: true });
    await compressFolder(deployed);
  }
  const all = ["--config", "e2e/deploy/playwright.config.ts", ...parameters];
  return (await runBrowserTests(all, ".cache/playwright-deploy.json")).counts;
}
