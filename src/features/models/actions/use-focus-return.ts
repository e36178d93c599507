import { useEffect, useRef } from "react";

/**
 * Gives the focus back, when a dialog goes, to the menu of the model that it was about, or else to the page: the menu item that
 * opened the dialog is gone by then.
 */
export function useFocusReturn(name: string | undefined): void {
  const last = useRef(name);
  useEffect(() => {
    if (name !== undefined) last.current = name;
  }, [name]);
  useEffect(
    () => () => {
      setTimeout(() => giveBack(last.current));
    },
    [],
  );
}

function giveBack(name: string | undefined): void {
  if (document.activeElement && document.activeElement !== document.body) return;
  const menu = name === undefined ? null : document.querySelector(`[data-model-menu="${CSS.escape(name)}"]`);
  const place = menu ?? document.getElementById("main");
  if (place instanceof HTMLElement) place.focus();
}
