const waiting = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** Milliseconds in which nobody asked for more, before the work begins: what comes fast is not held up by it. */
const quiet = 250;
/** Milliseconds of an idle moment that are used: what waits for a frame or a key is not kept long. */
const budget = 8;

/** Calls `action` in the next idle moment, or a second later. Gives back how to withdraw it. */
export function nextIdle(action: () => void): () => void {
  if (!("requestIdleCallback" in globalThis)) {
    const later = setTimeout(action, 50);
    return () => clearTimeout(later);
  }
  const handle = requestIdleCallback(action, { timeout: 1000 });
  return () => cancelIdleCallback(handle);
}

function plan(delay: number): void {
  clearTimeout(timer);
  timer = setTimeout(() => nextIdle(work), delay);
}

function work(): void {
  try {
    run(performance.now() + budget);
  } finally {
    if (waiting.size > 0) plan(0);
  }
}

function run(end: number): void {
  for (const action of waiting) {
    waiting.delete(action);
    action();
    if (performance.now() >= end) return;
  }
}

/** Calls `action` when nothing else is to do, in the order asked. Gives back how to withdraw it. */
export function whenIdle(action: () => void): () => void {
  waiting.add(action);
  plan(quiet);
  return () => waiting.delete(action);
}

// On paper nothing is out of sight.
globalThis.addEventListener?.("beforeprint", () => run(Infinity));
