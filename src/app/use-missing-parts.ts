import { useCallback, useEffect, useState } from "react";
import { hostAnswers } from "#src/state/config.ts";
import { retryMissing } from "#src/ui/preloadable.tsx";

export type MissingParts = {
  /** The app's host is `silent`; or it answers without that part, most often because its build is newer: this page is `stale`. */
  readonly why: "silent" | "stale";
  readonly retry: () => void;
};

/** Between two questions whether a silent host is back, in milliseconds. */
const patience = 5000;

/** Why parts of the app could not be loaded; undefined while all that was wanted is there. Of a silent host they are tried again. */
export function useMissingParts(): MissingParts | undefined {
  const [why, setWhy] = useState<MissingParts["why"]>();

  useEffect(() => {
    let isLooking = false;
    const look = async () => {
      // Parts are often missed together.
      if (isLooking) return;
      isLooking = true;
      setWhy((await hostAnswers()) ? "stale" : "silent");
      isLooking = false;
    };
    const note = () => void look();
    window.addEventListener("vite:preloadError", note);
    return () => window.removeEventListener("vite:preloadError", note);
  }, []);

  const retry = useCallback(async () => {
    if (!(await hostAnswers())) return;
    setWhy(undefined);
    retryMissing();
  }, []);

  useEffect(() => {
    if (why !== "silent") return undefined;
    const again = () => void retry();
    const timer = setInterval(again, patience);
    window.addEventListener("online", again);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", again);
    };
  }, [why, retry]);

  return why && { why, retry: () => void retry() };
}
