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

  /** Writes until nothing newer is left. */
  async function drain(): Promise<void> {
    while (isDirty) {
      isDirty = false;
      last = Date.now();
      await write();
    }
    current = undefined;
  }

  function run(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    isDirty = true;
    current ??= drain();
    return current;
  }

  return {
    touch(): void {
      if (timer) return;
      const wait = last + interval - Date.now();
      if (wait <= 0 || document.visibilityState === "hidden") void run();
      else timer = setTimeout(() => void run(), wait);
    },
    /** Writes now; resolves when all that was touched is written. */
    flush: run,
    /** Begins a write at once, beside one that is under way: the page may be gone before that one ends. */
    rescue(): void {
      void write();
    },
    cancel(): void {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
