import { type RefObject, useEffect, useRef } from "react";

/** The focus goes into the panel with what is opened by a control outside, and back there when the panel goes. */
export function useFocusWhileOpen(panel: RefObject<HTMLElement | null>, opened: object): void {
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
  useEffect(() => () => origin.current?.focus(), []);
}
