import { useMemo } from "react";
import { type ServerDay, serverDay } from "#src/core/connection/server-day.ts";
import { type ServerHistory, serverHistory, useServerHistories } from "#src/state/server-history.ts";
import { useNow } from "#src/ui/use-now.ts";

/** How often a picture of the day moves on, in milliseconds. */
const pace = 15_000;

/** What is kept of a server. */
export function useServerHistory(url: string): ServerHistory {
  return useServerHistories(() => serverHistory(url));
}

/** The last 24 hours of a server, moving on. */
export function useServerDay(url: string): ServerDay {
  const now = useNow(pace);
  const { samples } = useServerHistory(url);
  // The newest check may be newer than the clock of this part.
  return useMemo(() => serverDay(samples, Math.max(now, samples.at(-1)?.at ?? 0)), [samples, now]);
}
