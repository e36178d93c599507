import { type RefObject, useEffect, useRef } from "react";
import { hideCovered } from "./covered.ts";

/**
 * The focus goes into the panel with what is opened by a control outside, and back there when the panel goes. Where the
 * panel covers the page, it stays in the panel.
 */
export function useFocusWhileOpen(
  panel: RefObject<HTMLElement | null>,
  opened: object,
  isCovering: boolean,
): void {
  const origin = useRef<HTMLElement>(null);
  const met = useRef<object>(null);
  useEffect(() => {
    if (met.current === opened) return;
    met.current = opened;
    const active = document.activeElement;
    if (panel.current?.contains(active)) return;
    if (active instanceof HTMLElement && active !== document.body) origin.current = active;
    panel.current?.querySelector<HTMLElement>("[data-first]")?.focus();
  }, [panel, opened]);
  // What is covered has to take the focus again before it is given back: these two stand in that order.
  useEffect(
    () => (isCovering && panel.current ? hideCovered(panel.current) : undefined),
    [panel, isCovering],
  );
  useEffect(
    () => () => {
      // Whoever has gone on elsewhere stays there.
      if (document.activeElement === document.body) origin.current?.focus();
    },
    [],
  );
}
