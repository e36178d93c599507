import { useEffect, useMemo, useState } from "react";

/** As many as a screen holds. */
const first = 40;
/** As many more as a task of its own has time for. */
const step = 50;

/** The first of many at once, and some more in each task that follows: keys and clicks come in between, and no work is done twice. */
export function useGradual<Item>(items: readonly Item[]): readonly Item[] {
  const [count, setCount] = useState(first);
  const isWhole = count >= items.length;
  useEffect(() => {
    if (isWhole) return undefined;
    const timer = setTimeout(() => setCount(count + step));
    return () => clearTimeout(timer);
  }, [count, isWhole]);
  return useMemo(() => (isWhole ? items : items.slice(0, count)), [items, count, isWhole]);
}
