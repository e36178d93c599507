import { setTimeout as delay } from "node:timers/promises";

/** Time for the server: waits are divided by `speed`, so that a recording of 40 s can be followed in one. */
export class Clock {
  readonly speed: number;

  constructor(speed: number) {
    this.speed = speed;
  }

  async sleep(ms: number, gone: AbortSignal): Promise<void> {
    gone.throwIfAborted();
    if (ms > 0) await delay(ms / this.speed, undefined, { signal: gone });
  }

  /** Runs `action` later and does not keep the process alive for it. */
  after(ms: number, action: () => void): () => void {
    // Node runs a timer of more than 2^31 ms at once, so "for ever" needs no timer.
    if (ms / this.speed >= 2 ** 31) return () => {};
    const timer = setTimeout(action, ms / this.speed);
    timer.unref();
    return () => clearTimeout(timer);
  }

  pace(): Pace {
    return new Pace(this);
  }
}

/** Keeps an average rate although a timer cannot be finer than a millisecond. */
export class Pace {
  readonly #clock: Clock;
  #due = performance.now();
  #sinceRest = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  async next(ms: number, gone: AbortSignal): Promise<void> {
    gone.throwIfAborted();
    const now = performance.now();
    this.#due = Math.max(this.#due, now - 50) + ms / this.#clock.speed;
    if (this.#due - now >= 1) {
      this.#sinceRest = 0;
      await delay(this.#due - now, undefined, { signal: gone });
    } else if (++this.#sinceRest >= 64) {
      // Without a rest the loop would never hear that the client has left.
      this.#sinceRest = 0;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}
