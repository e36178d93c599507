import { useEffect, useRef, useState } from "react";

export type FindKeys = {
  readonly onOpen?: () => void;
  readonly onGo?: (by: 1 | -1) => void;
};

/** Listens for Ctrl or Command with F, and for F3 and Ctrl or Command with G while there is something to go to. */
export function useFindKeys(keys: FindKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || isElsewhere(event.target)) return;
      const hasMod = event.ctrlKey || event.metaKey;
      const key = event.key.toLowerCase();
      const { onOpen, onGo } = latest.current;
      if (onOpen && hasMod && !event.shiftKey && key === "f") {
        // From our own box the key goes on to the browser's search.
        if (event.target instanceof Element && event.target.closest("[data-find]")) return;
        event.preventDefault();
        onOpen();
      } else if (onGo && ((key === "f3" && !hasMod) || (key === "g" && hasMod))) {
        event.preventDefault();
        onGo(event.shiftKey ? -1 : 1);
      }
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}

/** A dialog or menu in front of the page has the keys to itself. */
function isElsewhere(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("[role=dialog], [role=menu]") !== null;
}

/** What is selected in the transcript, where it could be looked for. */
export function selectedText(within: Element | null): string {
  const selection = document.getSelection();
  const text = selection?.toString().trim() ?? "";
  const isInside = selection?.anchorNode && within?.contains(selection.anchorNode);
  return isInside && text.length <= 100 && !text.includes("\n") ? text : "";
}

/** Whether the find bar is open, and what is looked for; `turn` counts how often it was asked for. */
export function useFindOpen() {
  const [find, setFind] = useState({ turn: 0, query: "", isOpen: false });
  return {
    ...find,
    open: (selected: string) =>
      setFind(({ turn, query }) => ({ turn: turn + 1, query: selected || query, isOpen: true })),
    close: () => setFind((now) => ({ ...now, isOpen: false })),
    setQuery: (query: string) => setFind((now) => ({ ...now, query })),
  };
}
