import { buildApp } from "./build-app.ts";
import { runTool, type ToolOptions } from "./command.ts";
import { plantedViolations } from "./planted-violations.ts";
import { runSteps, type Outcome, type Step } from "./step.ts";
import { forgetReport, testCounts, vitestCounts } from "./test-counts.ts";

const vitestReport = ".cache/vitest.json";

function tool(name: string, command: string, parameters: readonly string[], options: ToolOptions = {}): Step {
  const run = async (): Promise<Outcome> => {
    const { code, output } = await runTool(command, parameters, options);
    return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output };
  };
  return { name, run };
}

async function unitTests(): Promise<Outcome> {
  forgetReport(vitestReport);
  const reporters = ["--reporter=dot", "--reporter=json", `--outputFile.json=${vitestReport}`];
  const { code, output } = await runTool("vitest", ["run", ...reporters]);
  return { ...testCounts(vitestReport, code, vitestCounts), output };
}

async function build(): Promise<Outcome> {
  await buildApp();
  return { passed: 1, failed: 0, output: "" };
}

const withoutTests: readonly Step[] = [
  tool("format", "oxfmt", ["--check"]),
  tool("lint", "oxlint", [
    "--deny-warnings",
    "src",
    "e2e",
    "scripts",
    "vite.config.ts",
    "playwright.config.ts",
  ]),
  tool("types", "tsc", ["-p", "tsconfig.json"], { packageName: "typescript" }),
  tool("types of core, without the DOM", "tsc", ["-p", "tsconfig.core.json"], { packageName: "typescript" }),
  tool("types of tests and scripts", "tsc", ["-p", "tsconfig.node.json"], { packageName: "typescript" }),
  { name: "planted violations are found", run: plantedViolations },
  tool("dead code and dependencies", "knip", []),
  { name: "build", run: build },
  tool("size of the first load", "size-limit", []),
];

/** Everything but the browser tests. */
export async function runChecks(): Promise<{ passed: number; failed: number }> {
  const sums = await Promise.all([
    runSteps(withoutTests),
    runSteps([{ name: "unit tests", run: unitTests }]),
  ]);
  return sums.reduce((one, other) => ({
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
  }));
}
