import type { Benchmark, Figure, SubjectName, Values } from "./benchmark.ts";
import { median, updates } from "./benchmark.ts";
import { tableOf } from "./table.ts";

export interface Result {
  readonly benchmark: Benchmark;
  /** One for each run. */
  readonly runs: Readonly<Record<SubjectName, readonly Values[]>>;
}

const none = "–";
const heads = ["figure", "app", "reference", "ratio"];

/** One section with a table for each benchmark. */
export function tablesOf(results: readonly Result[]): string {
  return results
    .map(({ benchmark, runs }) => {
      const hasCosts = benchmark.figures.some(({ isCost }) => isCost);
      const rows = benchmark.figures.map((figure) => [
        ...cellsOf(figure, runs),
        ...(hasCosts ? [figure.isCost ? updatesOf(runs) : ""] : []),
      ]);
      const table = tableOf(hasCosts ? [...heads, "updates/s (app, reference)"] : heads, rows);
      return `### ${benchmark.title}\n\n${table}`;
    })
    .join("\n\n");
}

function cellsOf(figure: Figure, runs: Result["runs"]): readonly string[] {
  const [app, reference] = [middle(runs.app, figure.name), middle(runs.reference, figure.name)];
  return [
    figure.unit === "" ? figure.name : `${figure.name} (${figure.unit})`,
    written(app, figure.digits),
    written(reference, figure.digits),
    app !== undefined && reference !== undefined && reference > 0 ? (app / reference).toFixed(2) : none,
  ];
}

function updatesOf(runs: Result["runs"]): string {
  return [runs.app, runs.reference].map((values) => written(middle(values, updates.name), 1)).join(", ");
}

/** The median of a figure over all runs that have it. */
export function middle(runs: readonly Values[], name: string): number | undefined {
  const values = runs.flatMap((run) => {
    const value = run[name];
    return value !== undefined && Number.isFinite(value) ? [value] : [];
  });
  return values.length === 0 ? undefined : median(values);
}

function written(value: number | undefined, digits = 0): string {
  return value === undefined ? none : value.toFixed(digits);
}
