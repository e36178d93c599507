import { useCallback, useEffect, useRef } from "react";
import { entryPlace, type OutlineEntry } from "./outline-entries.ts";
import { type Scroll, topGap } from "./use-scroll.ts";

/** So many frames are waited for what is not drawn yet: about half a minute. */
const patience = 1800;
const gestures = ["wheel", "touchmove", "pointerdown", "keydown"] as const;

type Guided = Pick<Scroll, "box" | "content" | "scroller">;

/** Leads to entries of the outline: at once to where they can be by now, and from there until they are on screen. */
export function useGuide({ box, content, scroller }: Guided) {
  const way = useRef<AbortController>(undefined);
  const stop = useCallback(() => way.current?.abort(), []);
  useEffect(() => stop, [stop]);

  const go = useCallback(
    (entry: OutlineEntry) => {
      stop();
      way.current = new AbortController();
      const { signal } = way.current;
      // Who moves meanwhile wants to be elsewhere.
      for (const type of gestures) box.current?.addEventListener(type, stop, { signal, passive: true });
      lead({ box, content, scroller }, entry, { stop, signal });
    },
    [box, content, scroller, stop],
  );
  return { go, stop };
}

type Way = { readonly stop: () => void; readonly signal: AbortSignal };

function lead(guided: Guided, entry: OutlineEntry, way: Way, framesLeft = patience, last?: HTMLElement) {
  const place = entryPlace(guided.content.current, entry);
  if (way.signal.aborted || !place || framesLeft === 0) return way.stop();
  const { element, isSure } = place;
  // From a message to a part of it; from one part to another only when it is sure.
  const isBetter = !last || last.matches("[data-message]") || isSure;
  if (isBetter && element !== last) guided.scroller.current?.jump(element, topGap);
  if (isSure) return way.stop();
  requestAnimationFrame(() => lead(guided, entry, way, framesLeft - 1, isBetter ? element : last));
}
