import { type FocusEvent, useLayoutEffect, useRef } from "react";

/**
 * Keeps the focus in a row whose controls are replaced by others: the first of these takes it where one that is gone had it.
 * The result is for the row's element.
 */
export function useKeptFocus() {
  const row = useRef<HTMLLIElement>(null);
  const hasFocus = useRef(false);
  useLayoutEffect(() => {
    if (hasFocus.current && !row.current?.contains(document.activeElement))
      row.current?.querySelector("button")?.focus();
  });
  return {
    ref: row,
    onFocus: () => {
      hasFocus.current = true;
    },
    onBlur: ({ relatedTarget, currentTarget, target }: FocusEvent<HTMLLIElement>) => {
      // A control that is taken away loses the focus to nothing.
      if (target.isConnected && !currentTarget.contains(relatedTarget)) hasFocus.current = false;
    },
  };
}
