import type { ConsoleLevel } from "./message.ts";

export type Report = (level: ConsoleLevel, ...values: readonly unknown[]) => void;

/** What JSON has no words for, or wrong ones. */
function sayable(_name: string, value: unknown): unknown {
  if (value instanceof Map || value instanceof Set) return [...value];
  if (value instanceof Error || typeof value === "function") return String(value);
  if (typeof value === "object" || typeof value === "string" || typeof value === "boolean") return value;
  return typeof value === "number" && Number.isFinite(value) ? value : String(value);
}

export function wordOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (value instanceof Error) return value.stack ?? String(value);
  if (value instanceof Element) return value.outerHTML.slice(0, 300);
  if (typeof value !== "object" || value === null) return String(value);
  try {
    return JSON.stringify(value, sayable) ?? String(value);
  } catch {
    return Object.prototype.toString.call(value);
  }
}

/** The methods of a console that write, and those that count and measure for it. */
export function consoleOf(report: Report): Partial<Console> {
  const log = report.bind(null, "log");
  const counts = new Map<string, number>();
  const begun = new Map<string, number>();
  const timeLog = (label = "default", ...values: readonly unknown[]): void => {
    const start = begun.get(label);
    if (start === undefined) report("warn", `Timer '${label}' does not exist`);
    else log(`${label}: ${(performance.now() - start).toFixed(1)} ms`, ...values);
  };
  return {
    debug: log,
    log,
    info: report.bind(null, "info"),
    warn: report.bind(null, "warn"),
    error: report.bind(null, "error"),
    table: (value) => log(value),
    dir: (value) => log(value),
    dirxml: log,
    group: log,
    groupCollapsed: log,
    trace: (...values) => log("Trace:", ...values),
    assert(condition, ...values) {
      if (!condition) report("error", "Assertion failed:", ...values);
    },
    count(label = "default") {
      counts.set(label, (counts.get(label) ?? 0) + 1);
      log(`${label}: ${counts.get(label)}`);
    },
    countReset: (label = "default") => void counts.delete(label),
    time: (label = "default") => void begun.set(label, performance.now()),
    timeLog,
    timeEnd(label = "default") {
      timeLog(label);
      begun.delete(label);
    },
  };
}
