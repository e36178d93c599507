import { useEffect, useEffectEvent, useRef } from "react";

/**
 * Closes what is open when one goes to another page: the button it belongs to may be there, too.
 *
 * @returns what to do as it closes: the focus does not go back to the button then, for the other page has it
 */
export function useCloseOnLeaving(isOpen: boolean, onOpenChange: (isOpen: boolean) => void) {
  const hasLeft = useRef(false);
  const leave = useEffectEvent(() => {
    hasLeft.current = true;
    onOpenChange(false);
  });
  useEffect(() => {
    if (!isOpen) return undefined;
    hasLeft.current = false;
    const onLeave = () => leave();
    window.addEventListener("hashchange", onLeave);
    return () => window.removeEventListener("hashchange", onLeave);
  }, [isOpen]);
  return (closing: Event) => {
    if (hasLeft.current) closing.preventDefault();
  };
}
