import type { ProgressLine } from "./progress-line.ts";

/** One thing that the server said it does while it makes a model. Sizes in bytes. */
export type CreateStep = {
  /** In the server's words, which are for reading alone. */
  readonly status: string;
  readonly digest?: string;
  readonly total?: number;
  /** The highest that it ever was. */
  readonly completed?: number;
};

/** In the order they began; each but the last is over. */
export type CreateSteps = readonly CreateStep[];

/** The steps after one more line: the same object where nothing changed. A line of a known step brings it up to date. */
export function reduceCreate(steps: CreateSteps, line: ProgressLine): CreateSteps {
  const at = steps.findLastIndex(({ status, digest }) => status === line.status && digest === line.digest);
  const known = line.digest === undefined && at < steps.length - 1 ? undefined : steps[at];
  const completed = Math.max(known?.completed ?? 0, line.completed ?? 0);
  const step: CreateStep = {
    status: line.status,
    ...(line.digest !== undefined && { digest: line.digest }),
    ...(line.total !== undefined && { total: line.total, completed }),
  };
  if (!known) return [...steps, step];
  if (known.total === step.total && known.completed === step.completed) return steps;
  return steps.map((other) => (other === known ? step : other));
}
