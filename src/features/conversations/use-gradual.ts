import { startTransition, useEffect, useState } from "react";
import { nextIdle } from "#src/ui/idle.ts";

/** More rows than a tall screen shows. */
const atFirst = 60;
const step = 120;

/** How many of so many rows to draw: those in sight at once, the rest in idle moments, so that a long list delays nothing. */
export function useGradual(total: number): number {
  const [count, setCount] = useState(atFirst);
  useEffect(() => {
    if (count >= total) return undefined;
    return nextIdle(() => startTransition(() => setCount((before) => before + step)));
  }, [count, total]);
  return Math.min(count, total);
}
