import { type RefObject, useEffect, useState } from "react";

/** The whole screen where the browser gives it, else the whole window. */
export function useFullScreen(element: RefObject<HTMLElement | null>): {
  isFull: boolean;
  toggleFull: () => void;
} {
  const [isFull, setFull] = useState(false);
  useEffect(() => {
    const follow = () => setFull(document.fullscreenElement !== null);
    document.addEventListener("fullscreenchange", follow);
    return () => document.removeEventListener("fullscreenchange", follow);
  }, []);
  function toggleFull() {
    setFull(!isFull);
    if (document.fullscreenElement) void document.exitFullscreen();
    else if (!isFull) element.current?.requestFullscreen?.().catch(() => {});
  }
  return { isFull, toggleFull };
}
