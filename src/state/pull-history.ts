import { create } from "zustand";
import {
  onPullHistoryChanged,
  type PastPull,
  readPullHistory,
  writePullHistory,
} from "#src/storage/pull-history.ts";

export type { PastPull } from "#src/storage/pull-history.ts";

/** The pulls that have ended, in all tabs of this browser, the newest first. */
export const usePullHistory = create<{ readonly past: readonly PastPull[] }>(() => ({
  past: readPullHistory(),
}));

onPullHistoryChanged(() => usePullHistory.setState({ past: readPullHistory() }));

/** Adds a pull that has ended. */
export function recordPull(pull: PastPull): void {
  change([pull, ...usePullHistory.getState().past]);
}

/** Forgets all; the returned function puts them back. */
export function clearPullHistory(): () => void {
  const cleared = usePullHistory.getState().past;
  change([]);
  return () => change([...usePullHistory.getState().past, ...cleared]);
}

function change(past: readonly PastPull[]): void {
  usePullHistory.setState({ past });
  writePullHistory(past);
}
