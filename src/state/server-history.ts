import { create } from "zustand";
import { hostOf } from "#src/core/connection/address.ts";
import { kindOfHost } from "#src/core/connection/host-kind.ts";
import { eventsBetween } from "#src/core/connection/server-events.ts";
import type { Sample, SeenState } from "#src/core/connection/uptime.ts";
import { addSample, dayMs } from "#src/core/connection/uptime-samples.ts";
import {
  clearServerHistories,
  clearServerHistory,
  noHistory,
  onServerHistoryChanged,
  readServerHistory,
  type ServerHistory,
  serversWithHistory,
  writeServerHistory,
} from "#src/storage/server-history.ts";
import { onCheck } from "./connections-checks.ts";
import type { Connection } from "./monitor.ts";
import { useServers } from "./servers.ts";

export type { ServerHistory } from "#src/storage/server-history.ts";

function readAll(): ReadonlyMap<string, ServerHistory> {
  return new Map(serversWithHistory().map((url) => [url, readServerHistory(url)]));
}

/** How each server stood over the last day, by its address, as all tabs of this browser saw it. */
export const useServerHistories = create<{ readonly histories: ReadonlyMap<string, ServerHistory> }>(() => ({
  histories: readAll(),
}));

/** The history of a server; empty where nobody looked yet. */
export function serverHistory(url: string): ServerHistory {
  return useServerHistories.getState().histories.get(url) ?? noHistory;
}

/** Servers whose history does not fit into the browser's storage, and lasts as long as the page. */
const unkept = new Set<string>();

function keep(url: string, history: ServerHistory): void {
  if (writeServerHistory(url, history)) unkept.delete(url);
  else unkept.add(url);
  show(url, history);
}

function show(url: string, history: ServerHistory): void {
  useServerHistories.setState(({ histories }) => ({ histories: new Map(histories).set(url, history) }));
}

/** Keeps what every check of this tab finds from now on; returns how to stop. */
export function recordHistory(): () => void {
  forgetStrangers(Date.now());
  const unfollow = onServerHistoryChanged((url) => {
    if (url === undefined) useServerHistories.setState({ histories: readAll() });
    else show(url, readServerHistory(url));
  });
  const unrecord = onCheck(record);
  return () => {
    unfollow();
    unrecord();
  };
}

function record(url: string, { status, finding, version, latencyMs, checkedAt, isHeard }: Connection): void {
  // The tab that asked keeps it.
  if (isHeard || checkedAt === undefined || status === "checking" || isOwnFault(url, status)) return;
  // Another tab may have kept something that this one was not told of yet.
  const before = unkept.has(url) ? serverHistory(url) : readServerHistory(url);
  const took =
    status === "connected" ? Math.min(latencyMs ?? Infinity, tookByBrowser(url, checkedAt)) : Infinity;
  const sample: Sample = {
    at: Math.floor(checkedAt / 1000) * 1000,
    state: status,
    ...(took > sameMs ? {} : { latencyMs: Math.max(1, Math.round(took)) }),
    ...(version ? { version } : {}),
  };
  const events = eventsBetween(before.samples.at(-1), before.version, sample, finding);
  keep(url, {
    samples: addSample(before.samples, sample),
    events: [...before.events, ...events],
    version: sample.version ?? before.version,
  });
}

/**
 * How long the browser itself says that the newest check took, in milliseconds, without the work of a page that is still loading;
 * without end where it does not say.
 */
function tookByBrowser(url: string, checkedAt: number): number {
  const [newest] = ["/api/version", "/v1/models"]
    .flatMap((path) => performance.getEntriesByName(url + path).at(-1) ?? [])
    .toSorted((one, other) => other.startTime - one.startTime);
  if (!newest || newest.duration <= 0) return Infinity;
  const endedAt = performance.timeOrigin + newest.startTime + newest.duration;
  return Math.abs(checkedAt - endedAt) < sameMs ? newest.duration : Infinity;
}

/** A check and what the browser notes of it lie no further apart than this, in milliseconds. */
const sameMs = 5000;

/** Without a network of its own, a computer learns nothing of others. */
function isOwnFault(url: string, status: SeenState): boolean {
  return (
    status !== "connected" && globalThis.navigator?.onLine === false && kindOfHost(hostOf(url)) !== "loopback"
  );
}

/** Forgets a server's history; the returned function puts it back. */
export function clearHistory(url: string): () => void {
  const cleared = serverHistory(url);
  clearServerHistory(url);
  show(url, noHistory);
  return () => {
    const { samples, events, version } = serverHistory(url);
    const since = samples[0]?.at ?? Infinity;
    keep(url, {
      samples: [...cleared.samples.filter(({ at }) => at < since), ...samples],
      events: [...cleared.events, ...events],
      version: version ?? cleared.version,
    });
  };
}

/** Forgets the histories of all servers. */
export function clearAllHistory(): void {
  clearServerHistories();
  useServerHistories.setState({ histories: new Map() });
}

/** A server has another address now: its history goes with it, unless the old address is still one of the servers. */
export function moveHistory(from: string, to: string, at = Date.now()): void {
  if (useServers.getState().servers.some(({ url }) => url === from)) return;
  const moved = readServerHistory(from);
  const there = readServerHistory(to);
  const last = moved.samples.at(-1)?.at ?? 0;
  clearServerHistory(from);
  show(from, noHistory);
  keep(to, {
    samples: [...moved.samples, ...there.samples.filter((sample) => sample.at > last)],
    events: [...moved.events, { kind: "address", at, from }, ...there.events.filter((one) => one.at > last)],
    version: there.version ?? moved.version,
  });
}

/** Of a server that is gone nothing is kept for longer than its last day. */
function forgetStrangers(now: number): void {
  const known = new Set(useServers.getState().servers.map(({ url }) => url));
  for (const [url, { samples }] of useServerHistories.getState().histories)
    if (!known.has(url) && now - (samples.at(-1)?.at ?? 0) > dayMs) clearServerHistory(url);
}
