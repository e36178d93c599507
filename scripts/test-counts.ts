import { existsSync, readFileSync, rmSync } from "node:fs";

export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/**
 * The counts of a JSON report that a test run has just written. A run that failed without a failing test in its report
 * (no report, nothing found, an error outside of the tests) counts as one failure.
 */
export function testCounts(report: string, exitCode: number, read: (report: unknown) => Counts): Counts {
  const counts = existsSync(report)
    ? read(JSON.parse(readFileSync(report, "utf8")))
    : { passed: 0, failed: 0 };
  const found = counts.passed + counts.failed > 0;
  return found && (exitCode === 0 || counts.failed > 0) ? counts : { ...counts, failed: counts.failed + 1 };
}

/** Removes the report of an earlier run, so that it is never taken for the one of this run. */
export function forgetReport(report: string): void {
  rmSync(report, { force: true });
}

export function vitestCounts(report: unknown): Counts {
  return { passed: numberAt(report, "numPassedTests"), failed: numberAt(report, "numFailedTests") };
}

export function playwrightCounts(report: unknown): Counts {
  const stats = report !== null && typeof report === "object" && "stats" in report ? report.stats : undefined;
  return {
    passed: numberAt(stats, "expected") + numberAt(stats, "flaky"),
    failed: numberAt(stats, "unexpected"),
  };
}

function numberAt(value: unknown, key: string): number {
  if (value === null || typeof value !== "object") return 0;
  const found: unknown = Reflect.get(value, key);
  return typeof found === "number" ? found : 0;
}
