import { useEffect, useState } from "react";

const waiting = new Set<() => void>();

/** One frame for all that wait, so that all of it is drawn together. */
function afterPaint(action: () => void): () => void {
  if (waiting.size === 0) {
    if (document.visibilityState === "hidden") setTimeout(drawWaiting);
    else requestAnimationFrame(() => setTimeout(drawWaiting));
  }
  waiting.add(action);
  return () => waiting.delete(action);
}

/** What waits for a paint, without it. */
export function drawWaiting(): void {
  for (const action of waiting) action();
  waiting.clear();
}

/**
 * Whether the part that uses it has been on screen, or need not wait for that: what nobody sees at once is drawn a moment
 * later than the rest.
 */
export function usePainted(canWait: boolean): boolean {
  const [isPainted, setPainted] = useState(!canWait);
  useEffect(() => (isPainted ? undefined : afterPaint(() => setPainted(true))), [isPainted]);
  return isPainted;
}
