import { type FocusEvent, type RefObject, useLayoutEffect, useRef } from "react";

/**
 * Keeps the focus in a place whose controls are replaced by others: the first of these takes it where one that is gone had it.
 * The result is for the place's element.
 */
export function useKeptFocus<Place extends HTMLElement>(place: RefObject<Place | null>, controls = "button") {
  const hasFocus = useRef(false);
  useLayoutEffect(() => {
    if (hasFocus.current && document.activeElement === document.body)
      place.current?.querySelector<HTMLElement>(controls)?.focus({ preventScroll: true });
  });
  return {
    onFocus: () => {
      hasFocus.current = true;
    },
    onBlur: ({ relatedTarget, currentTarget, target }: FocusEvent<Place>) => {
      // A control that is taken away loses the focus to nothing.
      if (target.isConnected && !currentTarget.contains(relatedTarget)) hasFocus.current = false;
    },
  };
}
