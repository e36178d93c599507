import type { Cause } from "#src/core/errors.ts";

/** What a small test of a model found. Times in milliseconds, `at` since 1970 UTC. */
export type HealthCheck =
  | {
      readonly at: number;
      readonly status: "ok";
      /** The server's: small where the model was in memory. */
      readonly loadMs: number;
      /** From the request to the first text or thinking, measured here; absent where none came, and for embeddings. */
      readonly firstMs?: number;
      /** From the request to the end of the answer, measured here. */
      readonly totalMs: number;
      /** The server's; absent where nothing was written, and for embeddings. */
      readonly tokensPerSecond?: number;
    }
  | { readonly at: number; readonly status: "failed"; readonly cause: Cause; readonly words: string };

/** What is drawn of a history: how fast it wrote (tokens a second), or how long an embedding took (milliseconds). */
export type HealthSeries = {
  readonly what: "speed" | "time";
  /** Oldest first; `undefined` for a test that failed. */
  readonly values: readonly (number | undefined)[];
  readonly failed: number;
  /** Of the values that are known; absent where there is none. */
  readonly range?: { readonly least: number; readonly most: number };
};

/** The series of a history (oldest first). */
export function seriesOf(checks: readonly HealthCheck[]): HealthSeries {
  const what = checks.some((check) => check.status === "ok" && check.tokensPerSecond !== undefined)
    ? "speed"
    : "time";
  const values = checks.map((check) => {
    if (check.status === "failed") return undefined;
    return what === "speed" ? check.tokensPerSecond : check.totalMs;
  });
  const known = values.filter((value) => value !== undefined);
  return {
    what,
    values,
    failed: checks.filter(({ status }) => status === "failed").length,
    ...(known.length > 0 && { range: { least: Math.min(...known), most: Math.max(...known) } }),
  };
}

/** Where the points of a series lie in a picture: `x` evenly, `y` downwards from 0, the least value at the bottom. */
export function pointsOf(
  { values, range }: HealthSeries,
  width: number,
  height: number,
): readonly { readonly x: number; readonly y?: number }[] {
  const step = values.length > 1 ? width / (values.length - 1) : 0;
  const span = range ? range.most - range.least : 0;
  return values.map((value, index) => ({
    x: values.length > 1 ? index * step : width / 2,
    ...(value !== undefined &&
      range && { y: span === 0 ? height / 2 : height * (1 - (value - range.least) / span) }),
  }));
}
