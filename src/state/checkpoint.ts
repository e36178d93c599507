/** Longest time between the arrival of text and its write, in milliseconds. */
const interval = 250;

/**
 * Calls `write` soon after each `touch`: at once when the last write is long past or the tab is hidden (its timers
 * are throttled), else by a timer. Writes never overlap.
 */
export function createCheckpoint(write: () => Promise<void>) {
  let last = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let current: Promise<void> | undefined;
  let isDirty = false;

  async function run(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    if (current) {
      isDirty = true;
      return current;
    }
    last = Date.now();
    isDirty = false;
    current = write();
    await current;
    current = undefined;
    if (isDirty) await run();
  }

  return {
    touch(): void {
      if (timer) return;
      const wait = last + interval - Date.now();
      if (wait <= 0 || document.visibilityState === "hidden") void run();
      else timer = setTimeout(() => void run(), wait);
    },
    /** Writes now; resolves when it is written. */
    flush: run,
    cancel(): void {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
