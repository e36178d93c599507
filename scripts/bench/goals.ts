import { updates } from "./benchmark.ts";
import { costAfter, growthCounts } from "./growth.ts";
import { middle, type Result } from "./report.ts";
import { tableOf } from "./table.ts";

interface Pair {
  readonly app: number;
  readonly reference: number | undefined;
}

/** The medians of a figure; undefined where it was not measured. */
type Find = (benchmark: string, figure: string) => Pair | undefined;

interface Goal {
  readonly about: string;
  readonly limit: string;
  check(find: Find): { readonly measured: string; readonly isMet: boolean } | undefined;
}

const frame = 1000 / 60;
/** Milliseconds a token by which two measurements of the same differ. */
const noise = 0.5;

const goals: readonly Goal[] = [
  ratio("main thread, 2,000 tokens at 100 a second", "paced", "main thread", 1.5),
  atLeast("text updates a second meanwhile", "paced", updates.name, 30),
  ratio("main thread, 1,000 tokens of all kinds of markdown", "paced-mixed", "main thread", 1.5),
  atLeast("text updates a second meanwhile", "paced-mixed", updates.name, 30),
  ...Object.entries(growthCounts).flatMap(([shape, counts]) => [
    ...counts.map((count) =>
      ratio(
        `one more token after ${count.toLocaleString("en")}: ${shape}`,
        `growth-${shape}`,
        costAfter(count).name,
        1.5,
      ),
    ),
    growsNoFaster(shape, counts),
  ]),
  ...atOnce("8,000 tokens at once", "flood"),
  ...atOnce("8,000 tokens of all kinds of markdown at once", "flood-mixed"),
  aFrameMore("first token painted after it was written", "first-token", "of the first reply"),
  aFrameMore("first token of a second reply", "first-token", "of a second reply"),
  noMore("tasks over 50 ms while streaming", "paced", "long tasks"),
  noMore("tasks over 50 ms with all kinds of markdown", "paced-mixed", "long tasks"),
  noMore("tasks over 50 ms with 100,000 tokens behind", "behind", "long tasks"),
  aFrameMore("key typed while streaming, 95th percentile", "typing", "key to paint, 95th percentile"),
  atMost("1,000 stored conversations: text box can be used", "stored", "text box can be used", 400, "ms"),
  atMost("opening one of them", "stored", "a conversation opened: click to paint", 80, "ms"),
  atMost(
    "1,000 messages: usable after the data is read",
    "opening",
    "usable after the data is read",
    150,
    "ms",
  ),
  atMost(
    "filtering 500 models: main thread from a key to the painted list",
    "filter",
    "main thread from key to painted list, 95th percentile",
    16,
    "ms",
  ),
  ofAnother(
    "request inspector closed again: main thread of a reply",
    "inspector",
    ["main thread, recording paused", "main thread, closed"],
    1.1,
    "before it was opened",
  ),
  atMost("memory kept of 100,000 tokens", "memory", "kept", 10, "MB"),
  atLeast("MB hashed a second in the worker", "hash", "hashed in the worker", 200),
  atMost("memory for hashing 1.2 GB", "hash", "more at its peak", 60, "MB"),
];

/** What is aimed at and whether it is reached, of all that was measured. */
export function goalsOf(results: readonly Result[]): string {
  const find: Find = (benchmark, figure) => {
    const runs = results.find((result) => result.benchmark.name === benchmark)?.runs;
    const app = runs && middle(runs.app, figure);
    return app === undefined ? undefined : { app, reference: middle(runs?.reference ?? [], figure) };
  };
  const rows = goals.flatMap((goal) => {
    const checked = goal.check(find);
    return checked ? [[goal.about, goal.limit, checked.measured, checked.isMet ? "met" : "not met"]] : [];
  });
  return tableOf(["goal", "at most, unless it says least", "measured", ""], rows, [0, 1, 3]);
}

function ratio(about: string, benchmark: string, figure: string, most: number): Goal {
  return {
    about,
    limit: `${most} × reference`,
    check(find) {
      const { app, reference } = find(benchmark, figure) ?? {};
      if (app === undefined || !reference) return undefined;
      return { measured: `${(app / reference).toFixed(2)} ×`, isMet: app / reference <= most };
    },
  };
}

/** From the first token that is seen, and, as that may come late, from the first that the server wrote. */
function atOnce(about: string, benchmark: string): readonly Goal[] {
  return [
    ratio(`${about}: first token to end shown`, benchmark, "first token to end shown", 1.3),
    ratio("from the first token written", benchmark, "first token written to end shown", 1.3),
    atLeast("text updates a second meanwhile", benchmark, updates.name, 30),
    noMore("tasks over 50 ms meanwhile", benchmark, "long tasks"),
  ];
}

/** One figure of the app against another of the same measurement. */
function ofAnother(
  about: string,
  benchmark: string,
  [figure, other]: readonly [string, string],
  most: number,
  name: string,
): Goal {
  return {
    about,
    limit: `${most} × ${name}`,
    check(find) {
      const [value, before] = [figure, other].map((one) => find(benchmark, one)?.app);
      if (value === undefined || !before) return undefined;
      return { measured: `${(value / before).toFixed(2)} ×`, isMet: value / before <= most };
    },
  };
}

function aFrameMore(about: string, benchmark: string, figure: string): Goal {
  return {
    about,
    limit: "reference + 1 frame",
    check(find) {
      const { app, reference } = find(benchmark, figure) ?? {};
      if (app === undefined || reference === undefined) return undefined;
      return { measured: `${signed(app - reference)} ms`, isMet: app - reference <= frame };
    },
  };
}

function noMore(about: string, benchmark: string, figure: string): Goal {
  return {
    about,
    limit: "as many as the reference",
    check(find) {
      const { app, reference } = find(benchmark, figure) ?? {};
      if (app === undefined || reference === undefined) return undefined;
      return { measured: `${app}, reference ${reference}`, isMet: app <= reference };
    },
  };
}

function growsNoFaster(shape: string, counts: readonly number[]): Goal {
  const [first = 0, last = 0] = [counts[0], counts.at(-1)];
  const benchmark = `growth-${shape}`;
  return {
    about: `growth from ${first.toLocaleString("en")} to ${last.toLocaleString("en")}: ${shape}`,
    limit: `the reference's, or ${noise} ms more`,
    check(find) {
      const [before, after] = [first, last].map((count) => find(benchmark, costAfter(count).name));
      if (before?.reference === undefined || after?.reference === undefined) return undefined;
      const [app, reference] = [after.app - before.app, after.reference - before.reference];
      return {
        measured: `${signed(app, 2)} ms, reference ${signed(reference, 2)} ms`,
        isMet: app <= Math.max(0, reference) + noise,
      };
    },
  };
}

function atMost(about: string, benchmark: string, figure: string, most: number, unit: string): Goal {
  return {
    about,
    limit: `${most} ${unit}`,
    check(find) {
      const { app } = find(benchmark, figure) ?? {};
      return app === undefined ? undefined : { measured: `${app.toFixed(1)} ${unit}`, isMet: app <= most };
    },
  };
}

function atLeast(about: string, benchmark: string, figure: string, least: number): Goal {
  return {
    about,
    limit: `at least ${least}`,
    check(find) {
      const { app } = find(benchmark, figure) ?? {};
      return app === undefined ? undefined : { measured: app.toFixed(1), isMet: app >= least };
    },
  };
}

function signed(value: number, digits = 1): string {
  return `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(digits)}`;
}
