const waiting = new Set<() => void>();
let isPlanned = false;

/** Milliseconds of an idle moment that are used: what waits for a frame or a key is not kept long. */
const budget = 8;

function plan(): void {
  if (isPlanned || waiting.size === 0) return;
  isPlanned = true;
  if ("requestIdleCallback" in window) requestIdleCallback(work, { timeout: 2000 });
  else setTimeout(work, 50);
}

function work(): void {
  isPlanned = false;
  try {
    run(performance.now() + budget);
  } finally {
    plan();
  }
}

function run(end: number): void {
  for (const action of waiting) {
    waiting.delete(action);
    action();
    if (performance.now() >= end) return;
  }
}

// On paper nothing is out of sight.
globalThis.addEventListener?.("beforeprint", () => run(Infinity));

/** Calls `action` when nothing else is to do, in the order asked. Gives back how to withdraw it. */
export function whenIdle(action: () => void): () => void {
  waiting.add(action);
  plan();
  return () => waiting.delete(action);
}
