import { type ReactNode, useSyncExternalStore } from "react";
import { createPortal } from "react-dom";

let slot: HTMLElement | null = null;
const listeners = new Set<() => void>();

function setSlot(element: HTMLElement | null): void {
  slot = element;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Where a page's own buttons stand in the top bar. */
export function PageActionsSlot() {
  return <div ref={setSlot} className="flex shrink-0 items-center empty:hidden" />;
}

/** Buttons of the page that is shown, put in the top bar. */
export function PageActions({ children }: { children: ReactNode }) {
  const place = useSyncExternalStore(subscribe, () => slot);
  return place && createPortal(children, place);
}
