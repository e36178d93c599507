import { createSpeed } from "#src/core/models/speed.ts";

/** More often than so nobody reads a figure. In milliseconds. */
const publishEvery = 100;
/** A standstill is worth saying after so long, in milliseconds. */
const stallAfter = 10_000;

export type Measured = {
  readonly done: number;
  readonly bytesPerSecond?: number;
  readonly secondsLeft?: number;
  readonly stalledMs?: number;
};

export type UploadMeter = {
  /** Bytes done so far. */
  readonly take: (done: number) => void;
  readonly stop: () => void;
};

/** Measures how fast so many bytes are done; publishes at most ten times a second, and each second while nothing comes. */
export function createUploadMeter(size: number, publish: (measured: Measured) => void): UploadMeter {
  const speed = createSpeed();
  let done = 0;
  let publishedAt = 0;
  let late: ReturnType<typeof setTimeout> | undefined;
  speed.add(0, Date.now());

  function show(): void {
    clearTimeout(late);
    late = undefined;
    const now = Date.now();
    publishedAt = now;
    const bytesPerSecond = speed.bytesPerSecond(now);
    const secondsLeft = speed.secondsLeft(size - done, now);
    const stalledMs = speed.stalledMs(now);
    publish({
      done,
      ...(bytesPerSecond === undefined ? {} : { bytesPerSecond }),
      ...(secondsLeft === undefined ? {} : { secondsLeft }),
      ...(stalledMs >= stallAfter ? { stalledMs } : {}),
    });
  }

  const tick = setInterval(show, 1000);
  show();
  return {
    take(bytes) {
      done = bytes;
      speed.add(done, Date.now());
      const wait = publishedAt + publishEvery - Date.now();
      if (wait <= 0) show();
      else late ??= setTimeout(show, wait);
    },
    stop() {
      clearTimeout(late);
      clearInterval(tick);
    },
  };
}
