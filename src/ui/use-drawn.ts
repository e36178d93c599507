import { type RefObject, useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { whenIdle } from "./idle.ts";
import { whenNear } from "./near.ts";

/** Whether a part of the page is drawn: at once, or where that can wait, when someone comes near or nothing else is to do. */
export function useDrawn(element: RefObject<Element | null>, canWait: boolean): boolean {
  const [isDrawn, setDrawn] = useState(!canWait);
  useEffect(() => {
    if (isDrawn || !element.current) return undefined;
    const stops = [
      whenNear(element.current, () => setDrawn(true)),
      // Drawn before the next is begun, so that an idle moment ends when it is used up.
      whenIdle(() => flushSync(() => setDrawn(true))),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [element, isDrawn]);
  return isDrawn;
}
