import { startTransition, useEffect, useState } from "react";

/** More rows than a tall screen shows. */
const atFirst = 60;
const step = 120;

/** How many of so many rows to draw: those in sight at once, the rest in idle moments, so that a long list delays nothing. */
export function useGradual(total: number): number {
  const [count, setCount] = useState(atFirst);
  useEffect(() => {
    if (count >= total) return undefined;
    const more = () => startTransition(() => setCount((before) => before + step));
    if (!("requestIdleCallback" in window)) {
      const timer = setTimeout(more, 50);
      return () => clearTimeout(timer);
    }
    const handle = requestIdleCallback(more, { timeout: 1000 });
    return () => cancelIdleCallback(handle);
  }, [count, total]);
  return Math.min(count, total);
}
