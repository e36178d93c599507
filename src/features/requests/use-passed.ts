import { useEffect, useState } from "react";
import { type Exchange, isOver } from "#src/core/requests/exchange.ts";

/** Milliseconds since a request was sent, moved on while it lasts. */
export function usePassed(exchange: Exchange): number {
  const [now, setNow] = useState(() => Date.now());
  const isRunning = !isOver(exchange);
  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [isRunning]);
  return Math.max(0, now - exchange.sentAt);
}
