import type { Benchmark, Figure, SubjectName, Values } from "./benchmark.ts";
import { median, updates } from "./benchmark.ts";

export interface Result {
  readonly benchmark: Benchmark;
  /** One for each run. */
  readonly runs: Readonly<Record<SubjectName, readonly Values[]>>;
}

interface Row {
  readonly figure: string;
  readonly app: string;
  readonly reference: string;
  readonly ratio: string;
  readonly updates: string;
}

const none = "–";

const columns = [
  { key: "figure", head: "figure" },
  { key: "app", head: "app" },
  { key: "reference", head: "reference" },
  { key: "ratio", head: "ratio" },
  { key: "updates", head: "updates/s (app, reference)" },
] as const;

/** One section with a table for each benchmark, in Markdown that is readable on a terminal, too. */
export function tablesOf(results: readonly Result[]): string {
  return results
    .map(({ benchmark, runs }) => {
      const rows = benchmark.figures.map((figure) => rowOf(figure, runs));
      return `### ${benchmark.title}\n\n${tableOf(rows)}`;
    })
    .join("\n\n");
}

function rowOf(figure: Figure, runs: Result["runs"]): Row {
  const [app, reference] = [middle(runs.app, figure.name), middle(runs.reference, figure.name)];
  const often = [middle(runs.app, updates.name), middle(runs.reference, updates.name)];
  return {
    figure: figure.unit === "" ? figure.name : `${figure.name} (${figure.unit})`,
    app: written(app, figure.digits),
    reference: written(reference, figure.digits),
    ratio:
      app !== undefined && reference !== undefined && reference > 0 ? (app / reference).toFixed(2) : none,
    updates: figure.isCost ? often.map((value) => written(value, 1)).join(", ") : "",
  };
}

function middle(runs: readonly Values[], name: string): number | undefined {
  const values = runs.flatMap((run) => {
    const value = run[name];
    return value !== undefined && Number.isFinite(value) ? [value] : [];
  });
  return values.length === 0 ? undefined : median(values);
}

function written(value: number | undefined, digits = 0): string {
  return value === undefined ? none : value.toFixed(digits);
}

function tableOf(rows: readonly Row[]): string {
  const used = columns.filter(({ key }) => key !== "updates" || rows.some((row) => row.updates !== ""));
  const widths = used.map(({ key, head }) => Math.max(head.length, ...rows.map((row) => row[key].length)));
  const fill = (text: string, column: number) =>
    column === 0 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0);
  return [
    line(used.map(({ head }, column) => fill(head, column))),
    line(widths.map((width, column) => (column === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`))),
    ...rows.map((row) => line(used.map(({ key }, column) => fill(row[key], column)))),
  ].join("\n");
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}
