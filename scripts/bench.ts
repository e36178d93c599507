import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import type { Benchmark, Values } from "./bench/benchmark.ts";
import { documentOf } from "./bench/document.ts";
import { filter } from "./bench/filter.ts";
import { firstToken } from "./bench/first-token.ts";
import { goalsOf } from "./bench/goals.ts";
import { growths } from "./bench/growth.ts";
import { hash } from "./bench/hash.ts";
import { inspector } from "./bench/inspector.ts";
import { load, slowLoad } from "./bench/loading.ts";
import { behind, opening } from "./bench/long-conversations.ts";
import { memory } from "./bench/memory.ts";
import { type Result, tablesOf } from "./bench/report.ts";
import { startBenchServer } from "./bench/server.ts";
import { stored } from "./bench/stored.ts";
import { flood, floodMixed, paced, pacedMixed } from "./bench/streaming.ts";
import { typing } from "./bench/typing.ts";
import { ensureBrowser, launchArguments } from "./browser.ts";
import { buildIfNeeded } from "./build-app.ts";
import { PlainError } from "./plain-error.ts";

const file = "docs/bench.md";
const benchmarks: readonly Benchmark[] = [
  firstToken,
  paced,
  pacedMixed,
  flood,
  floodMixed,
  ...growths,
  behind,
  typing,
  load,
  slowLoad,
  stored,
  opening,
  filter,
  memory,
  hash,
  inspector,
];

const { values: asked } = parseArgs({
  options: {
    runs: { type: "string" },
    only: { type: "string", default: "" },
    quick: { type: "boolean", default: false },
  },
});
const runs = Number(asked.runs ?? (asked.quick ? 1 : 3));
const chosen = benchmarks.filter(({ name }) =>
  asked.only.split(",").some((part) => isNamed(name, part.trim())),
);
if (!Number.isInteger(runs) || runs < 1) throw new PlainError("--runs must be a whole number from 1 on.");
if (chosen.length === 0)
  throw new PlainError(`--only names none of: ${benchmarks.map(({ name }) => name).join(", ")}`);

const started = Date.now();
await buildIfNeeded(() => console.log("Building the app …"));
const server = await startBenchServer();
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: [...launchArguments] });
try {
  const results: Result[] = [];
  for (const benchmark of chosen) {
    const result = await measured(benchmark);
    results.push(result);
    console.log(`\n${tablesOf([result])}`);
  }
  const isWhole = chosen.length === benchmarks.length && !asked.quick;
  if (isWhole) {
    const minutes = Math.ceil((Date.now() - started) / 60_000);
    const circumstances = { runs, browserVersion: browser.version(), minutes };
    writeFileSync(file, documentOf(goalsOf(results), tablesOf(results), circumstances));
  }
  console.log(`\n${goalsOf(results)}`);
  console.log(isWhole ? `\nWritten to ${file}` : `\nOnly a whole run is written to ${file}.`);
} finally {
  await browser.close();
  server.close();
}

/** By its whole name, or by a part where nothing has this whole name. */
function isNamed(name: string, wanted: string): boolean {
  return benchmarks.some((other) => other.name === wanted) ? name === wanted : name.includes(wanted);
}

/** App and reference in turn, so that a slow moment of the machine meets both. */
async function measured(benchmark: Benchmark): Promise<Result> {
  const found: { app: Values[]; reference: Values[] } = { app: [], reference: [] };
  for (let run = 1; run <= runs; run++) {
    for (const subject of benchmark.subjects) {
      process.stderr.write(`${benchmark.name}  ${subject}  ${run}/${runs}\n`);
      const address = server.addresses[subject];
      found[subject].push(
        await benchmark.measure({ browser, server, subject, address, isQuick: asked.quick }),
      );
    }
  }
  return { benchmark, runs: found };
}
