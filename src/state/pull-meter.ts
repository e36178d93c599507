import type { ProgressLine } from "#src/core/models/progress-line.ts";
import { noProgress, type PullProgress, reducePull } from "#src/core/models/pull.ts";
import { createSpeed } from "#src/core/models/speed.ts";
import type { BegunPull, PullView } from "./pull-view.ts";

/** A running pull without what it was from its beginning. */
type Metered = Omit<Extract<PullView, { status: "running" }>, keyof BegunPull>;

/** Lines come every 60 ms for each layer; nobody reads so fast. In milliseconds. */
const publishEvery = 100;
/** A standstill is worth saying after so long, in milliseconds. */
const stallAfter = 10_000;

export type PullMeter = {
  readonly take: (lines: readonly ProgressLine[]) => void;
  readonly progress: () => PullProgress;
  /** From the first to the last line of a layer, in milliseconds. */
  readonly downloadMs: () => number;
  readonly stop: () => void;
};

/** Folds a pull's lines and measures its speed; publishes at most ten times a second, and each second while nothing comes. */
export function createPullMeter(publish: (metered: Metered) => void): PullMeter {
  const speed = createSpeed();
  let progress = noProgress;
  let publishedAt = 0;
  let firstAt: number | undefined;
  let lastAt = 0;
  let late: ReturnType<typeof setTimeout> | undefined;
  const tick = setInterval(() => progress !== noProgress && show(), 1000);

  function show(): void {
    clearTimeout(late);
    late = undefined;
    publishedAt = Date.now();
    publish({
      status: "running",
      progress,
      ...(progress.phase === "downloading" ? measured(publishedAt) : {}),
    });
  }

  function measured(now: number) {
    const bytesPerSecond = speed.bytesPerSecond(now);
    const secondsLeft = speed.secondsLeft(progress.total - progress.completed, now);
    const stalledMs = speed.stalledMs(now);
    return {
      ...(bytesPerSecond === undefined ? {} : { bytesPerSecond }),
      ...(secondsLeft === undefined ? {} : { secondsLeft }),
      ...(stalledMs >= stallAfter ? { stalledMs } : {}),
    };
  }

  return {
    take(lines) {
      const before = progress;
      for (const line of lines) progress = reducePull(progress, line);
      if (progress === before) return;
      const now = Date.now();
      if (progress.phase === "downloading") {
        firstAt ??= now;
        lastAt = now;
      }
      speed.add(progress.transferred, now);
      const wait = publishedAt + publishEvery - now;
      if (wait <= 0) show();
      else late ??= setTimeout(show, wait);
    },
    progress: () => progress,
    downloadMs: () => (firstAt === undefined ? 0 : lastAt - firstAt),
    stop() {
      clearTimeout(late);
      clearInterval(tick);
    },
  };
}
