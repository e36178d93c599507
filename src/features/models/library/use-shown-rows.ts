import { type RefObject, useLayoutEffect } from "react";
import type { Model } from "#src/core/models/model.ts";

/** The least height of a row, in CSS pixels: as many as a screen holds are right in the same frame. */
const least = 48;
/** Rows that a later frame has time for. */
const aFrame = 80;

/**
 * Shows the rows of models that are found and hides the others, from the top: what is on screen at once, the rest in the frames
 * that follow. React does not draw this: a key that hides five hundred rows would draw them all anew.
 */
export function useShownRows(
  rows: RefObject<HTMLElement | null>,
  drawn: readonly Model[],
  found: ReadonlySet<string>,
): void {
  useLayoutEffect(() => {
    const elements = [...(rows.current?.children ?? [])];
    const atOnce = Math.ceil(window.innerHeight / least);
    let [at, frame] = [0, 0];

    function setNext(): boolean {
      const element = elements[at];
      const isFound = found.has(drawn[at]?.name ?? "");
      element?.toggleAttribute("hidden", !isFound);
      at += 1;
      return isFound;
    }

    function setSome(): void {
      const end = at + aFrame;
      while (at < end && at < elements.length) setNext();
      if (at < elements.length) frame = requestAnimationFrame(setSome);
    }

    for (let shown = 0; shown < atOnce && at < elements.length;) shown += Number(setNext());
    if (at < elements.length) frame = requestAnimationFrame(setSome);
    return () => cancelAnimationFrame(frame);
  }, [rows, drawn, found]);
}
