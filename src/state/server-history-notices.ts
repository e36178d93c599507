import { onCheck } from "./connections-checks.ts";
import type { Connection } from "./monitor.ts";
import { dismissNotice, notify } from "./notices.ts";
import { useRuns } from "./run-view.ts";
import { serverUrl } from "./server.ts";
import { nameOfServer } from "./servers.ts";

/** Failures in a row after which a server counts as gone: one may be a cable that was touched. */
const enough = 2;
/** A server that comes and goes is not told of again within this time, in milliseconds. */
const quietMs = 5 * 60_000;

type Watched = {
  readonly wasUp: boolean;
  readonly failures: number;
  readonly isTold: boolean;
  readonly toldAt: number;
};
const fresh: Watched = { wasUp: false, failures: 0, isTold: false, toldAt: -Infinity };

/** What a check means for the notices: what is known of the server after it, and what is to be said. */
export function judge(
  before: Watched = fresh,
  { status, checkedAt = 0 }: Connection,
  isInUse: boolean,
): { readonly next: Watched; readonly says?: "down" | "back" } {
  if (status === "connected") {
    const next = { ...before, wasUp: true, failures: 0, isTold: false };
    return before.isTold ? { next, says: "back" } : { next };
  }
  const failures = before.failures + 1;
  const isNews = isInUse && before.wasUp && !before.isTold && checkedAt - before.toldAt >= quietMs;
  if (failures < enough || !isNews) return { next: { ...before, failures } };
  return { next: { ...before, failures, isTold: true, toldAt: checkedAt }, says: "down" };
}

/** Says when a server goes down that is in use, or that a running conversation asks, and when it is back; returns how to stop. */
export function noticeOutages(): () => void {
  const watched = new Map<string, Watched>();
  const told = new Map<string, number>();
  return onCheck((url, found) => {
    const { next, says } = judge(watched.get(url), found, matters(url));
    watched.set(url, next);
    if (!says) return;
    // What was said before is true no more.
    dismissNotice(told.get(url) ?? 0);
    told.set(url, tell(url, says));
  });
}

function matters(url: string): boolean {
  if (url === serverUrl()) return true;
  return [...useRuns.getState().runs.values()].some(({ view }) => view.getState().reply.server === url);
}

function tell(url: string, says: "down" | "back"): number {
  const see = () => void (location.hash = "#/connection/health");
  return notify({
    text: says === "down" ? "serverHealth.wentDown" : "serverHealth.cameBack",
    values: { name: nameOfServer(url) },
    action: { label: "serverHealth.see", run: see },
  });
}
