import { type RefObject, useCallback, useEffect, useRef, useState } from "react";

/** Within this many pixels of the end the reader counts as being at it. */
const near = 48;

/**
 * Keeps a scroller at its end while what is in it grows, for as long as the reader stays there.
 *
 * Only the reader's own scrolling lets go: growth moves the end away without a scroll event upwards.
 */
export function useStickToEnd(
  scroller: RefObject<HTMLElement | null>,
  content: RefObject<HTMLElement | null>,
) {
  const [isAtEnd, setIsAtEnd] = useState(true);
  const isStuck = useRef(true);

  useEffect(() => {
    const box = scroller.current;
    const inner = content.current;
    if (!box || !inner) return undefined;
    let lastTop = scrollToEnd(box);
    const onScroll = () => {
      const distance = box.scrollHeight - box.clientHeight - box.scrollTop;
      if (box.scrollTop < lastTop - 1 && distance > 2) isStuck.current = false;
      else if (distance < near) isStuck.current = true;
      lastTop = box.scrollTop;
      setIsAtEnd(isStuck.current || distance < near);
    };
    const observer = new ResizeObserver(() => {
      if (isStuck.current) lastTop = scrollToEnd(box);
      else onScroll();
    });
    observer.observe(inner);
    observer.observe(box);
    box.addEventListener("scroll", onScroll, { passive: true });
    return () => {
      observer.disconnect();
      box.removeEventListener("scroll", onScroll);
    };
  }, [scroller, content]);

  const goToEnd = useCallback(() => {
    isStuck.current = true;
    setIsAtEnd(true);
    if (scroller.current) scrollToEnd(scroller.current);
  }, [scroller]);

  return { isAtEnd, goToEnd };
}

function scrollToEnd(box: HTMLElement): number {
  box.scrollTo({ top: box.scrollHeight, behavior: "instant" });
  return box.scrollTop;
}
