import { type RefObject, startTransition, useCallback, useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { nextIdle } from "#src/ui/idle.ts";
import { whenNear } from "#src/ui/near.ts";

/** Groups that come into the page together. */
const step = 32;

/**
 * The first group that is in the page: at first none of the far ones, then those before it, when someone comes near to
 * where they belong (`space`) and in idle moments, until all are. Who goes through all of a conversation asks for `drawAll`, and who
 * comes back to a far one needs it and the one before at once (`returnsTo`).
 */
export function useFirstGroup(
  far: number,
  space: RefObject<Element | null>,
  returnsTo: () => number | undefined,
) {
  const [wanted, setWanted] = useState(() => Math.max(0, (returnsTo() ?? far + 1) - 1));
  const first = Math.min(wanted, far);
  const drawAll = useCallback(() => flushSync(() => setWanted(0)), []);
  useEffect(() => {
    if (first === 0 || !space.current) return undefined;
    const more = () => setWanted(Math.max(0, first - step));
    const stops = [whenNear(space.current, more), nextIdle(() => startTransition(more))];
    // Before what is out of sight is drawn for paper.
    const print = { capture: true } as const;
    window.addEventListener("beforeprint", drawAll, print);
    return () => {
      for (const stop of stops) stop();
      window.removeEventListener("beforeprint", drawAll, print);
    };
  }, [first, space, drawAll]);
  return { first, drawAll };
}
