import { useEffect, useRef } from "react";

export type MessageKeyActions = {
  readonly box: () => HTMLElement | null;
  readonly onMove: (by: 1 | -1) => void;
  readonly onStart: () => void;
  readonly onEnd: () => void;
};

/**
 * Keys that go through a conversation: Alt with an arrow from anywhere but a box with text in it, and where the
 * transcript has the focus also J and K, Home and End.
 */
export function useMessageKeys(actions: MessageKeyActions): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.shiftKey)
        return;
      const { box, onMove, onStart, onEnd } = latest.current;
      const { target, key, altKey } = event;
      if (!(target instanceof Element) || hasText(target) || target.closest("[role=dialog], [role=menu]"))
        return;
      const isInside = box()?.contains(target) === true && !isTextBox(target);
      const does = altKey ? withAlt(key, onMove) : isInside ? alone(key, onMove, onStart, onEnd) : undefined;
      if (!does) return;
      event.preventDefault();
      does();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}

type Move = MessageKeyActions["onMove"];

function withAlt(key: string, move: Move) {
  if (key === "ArrowUp") return () => move(-1);
  return key === "ArrowDown" ? () => move(1) : undefined;
}

function alone(key: string, move: Move, start: () => void, end: () => void) {
  const does: Readonly<Record<string, () => void>> = {
    j: () => move(1),
    k: () => move(-1),
    Home: start,
    End: end,
  };
  return does[key];
}

function isTextBox(target: Element): boolean {
  return target.matches("input, textarea, select, [contenteditable]");
}

/** In a box with text, Alt with an arrow moves the caret on some systems. */
function hasText(target: Element): boolean {
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return target.value !== "";
  return isTextBox(target);
}

const near = 24;

/**
 * The message to go to, by how far below the top of the view each one begins: the neighbour of the one that has the
 * focus (−1: none has) while that begins in view, else of the one at the top of the view.
 */
export function messageFrom(
  tops: readonly number[],
  focused: number,
  by: 1 | -1,
  viewport: number,
): number | undefined {
  const top = tops[focused];
  if (top !== undefined && top > -near && top < viewport) return indexIn(tops, focused + by);
  const above = tops.findLastIndex((start) => start < near);
  if (by > 0) return indexIn(tops, above + 1);
  // From within a long message the way up goes to its own start first.
  const isCut = (tops[above] ?? 0) < -near;
  return indexIn(tops, isCut ? above : above - 1);
}

function indexIn(tops: readonly number[], index: number): number | undefined {
  return index >= 0 && index < tops.length ? index : undefined;
}
