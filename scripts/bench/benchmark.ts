import type { Browser } from "@playwright/test";
import type { BenchServer } from "./server.ts";

export type SubjectName = "app" | "reference";

export interface Surroundings {
  readonly browser: Browser;
  readonly server: BenchServer;
  readonly subject: SubjectName;
  readonly address: string;
  readonly isQuick: boolean;
}

/** What one run gave, by the name of the figure. */
export type Values = Readonly<Record<string, number>>;

export interface Figure {
  readonly name: string;
  readonly unit: string;
  /** Digits after the point. */
  readonly digits?: number;
  /** A cost depends on how often a page shows something new, so this stands beside it. */
  readonly isCost?: boolean;
}

export interface Benchmark {
  readonly name: string;
  readonly title: string;
  readonly figures: readonly Figure[];
  /** Only where the reference can do it, too. */
  readonly subjects: readonly SubjectName[];
  measure(surroundings: Surroundings): Promise<Values>;
}

export const both: readonly SubjectName[] = ["app", "reference"];

/** The figure with which a benchmark says how often new text was painted. */
export const updates: Figure = { name: "text updates", unit: "/s", digits: 1 };

/** The value below which this share of all values is. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}
