import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Counts } from "./test-counts.ts";

const standard = ".cache/counts-of-tests.json";

/** Keeps what `npm test` found, for the tests that come after it; with nothing, forgets an earlier run. */
export function keepCounts(counts?: Counts, file = standard): void {
  if (counts === undefined) return rmSync(file, { force: true });
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(counts));
}

/** What `npm test` has just found; one failure where it did not come to its end. */
export function countsBefore(file = standard): Counts {
  try {
    const kept: Counts = JSON.parse(readFileSync(file, "utf8"));
    return { passed: kept.passed, failed: kept.failed };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
