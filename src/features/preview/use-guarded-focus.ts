import { type RefObject, useEffect } from "react";
import { flushSync } from "react-dom";

const again = 1000;
const isEditable = (element: Element | null): element is HTMLElement =>
  element instanceof HTMLElement && (element.isContentEditable || element.matches("input, textarea"));

/** A page that focuses itself would get what the user types in the app; the focus comes back unless the user led it there. */
export function useGuardedFocus(frame: RefObject<HTMLIFrameElement | null>, onGreed: () => void): void {
  useEffect(() => {
    const listening = new AbortController();
    let place = document.activeElement;
    let times = 0;
    let isTouch = false;
    let [tab, key, act, taken] = [-Infinity, -Infinity, -Infinity, -Infinity];

    function isLed(now: number): boolean {
      if (now - tab < 100) return true;
      if (isTouch) return now - key > again;
      // A pointer over the frame is not told; a click in it only makes the page active.
      return navigator.userActivation.isActive && now - act > again;
    }

    function onBlur({ target }: FocusEvent) {
      // While the focus still moves, the browser would move it on.
      if (target === window) setTimeout(takeBack, 0);
    }

    function takeBack() {
      const { current } = frame;
      const now = performance.now();
      if (!current || document.activeElement !== current || !isEditable(place) || isLed(now)) return;
      times = now - taken < again ? times + 1 : 1;
      taken = now;
      const rightful = place;
      // In between keys are lost to it, and nothing else keeps it from that. At once, or it would take the focus with it.
      if (times >= 3) flushSync(onGreed);
      rightful.focus({ preventScroll: true });
    }

    function onFocusIn({ target }: FocusEvent) {
      if (target instanceof Element && target !== frame.current) place = target;
    }

    function onKeyDown(event: KeyboardEvent) {
      act = performance.now();
      if (event.key === "Tab") {
        tab = act;
        return;
      }
      key = act;
    }

    function onPointerDown(event: PointerEvent) {
      act = performance.now();
      isTouch = event.pointerType === "touch";
    }

    const options = { capture: true, signal: listening.signal };
    window.addEventListener("blur", onBlur, options);
    window.addEventListener("keydown", onKeyDown, options);
    window.addEventListener("pointerdown", onPointerDown, options);
    document.addEventListener("focusin", onFocusIn, options);
    return () => listening.abort();
  }, [frame, onGreed]);
}
