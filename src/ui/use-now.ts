import { useEffect, useState } from "react";

const always = (): boolean => true;

/** The time, in milliseconds since 1970 UTC, moved on every `interval` milliseconds, where it `isAsked` for then. */
export function useNow(interval: number, isAsked = always): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => {
      if (isAsked()) setNow(Date.now());
    }, interval);
    return () => clearInterval(timer);
  }, [interval, isAsked]);
  return now;
}
