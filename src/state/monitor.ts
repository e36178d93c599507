import { type ConnectionState, type Finding, stateOf } from "#src/core/connection/finding.ts";

/** What is known of the way to a server. Times are milliseconds since 1970 UTC. */
export type Connection = {
  readonly status: ConnectionState;
  readonly version?: string;
  readonly finding?: Finding;
  readonly checkedAt?: number;
  /** From the question to the answer of the check, in milliseconds; absent where that was not measured. */
  readonly latencyMs?: number;
  /** Another tab asked. */
  readonly isHeard?: boolean;
};

/** What another tab's check found. */
type HeardCheck = {
  readonly isConnected: boolean;
  readonly version: string;
  readonly latencyMs: number | undefined;
};

/** What a monitor works with; a test brings its own. */
export type MonitorEdges = {
  readonly server: () => string;
  /** One request; certain only where it finds `connected`. Neither rejects, but for an abort. */
  readonly checkVersion: (server: string, signal: AbortSignal) => Promise<Finding>;
  readonly diagnose: (server: string, signal: AbortSignal) => Promise<Finding>;
  readonly isVisible: () => boolean;
  readonly publish: (connection: Connection) => void;
  /** After a failure, or a server that is new, the way is free. */
  readonly onConnected: () => void;
};

export type Monitor = {
  /** Checks now, or joins the check that is under way; the finding that it ends with. */
  readonly check: () => Promise<Finding | undefined>;
  /** Checks now, and gives up the check that is under way: it was asked before the way was known to have changed. */
  readonly checkAnew: () => void;
  /** The whole diagnosis, now. */
  readonly diagnose: () => Promise<Finding | undefined>;
  /** Goes on after `stop`: checks now where a check is due, else when it is. */
  readonly resume: () => void;
  /** Another tab has just asked, so this one need not: its own next check waits `lagMs` longer than the other's. */
  readonly hear: (check: HeardCheck, lagMs: number) => void;
  readonly stop: () => void;
};

const steady = 60_000;
/** What seems to have taken longer, in milliseconds, is no latency: the computer may have been asleep meanwhile. */
const believable = 5000;
const backoff = [1000, 2000, 5000, 10_000];

/**
 * Keeps checking a server: cheaply while it answers, with a diagnosis where it does not, soon after a failure and each minute
 * otherwise, and not at all while the page is hidden. What is known stays shown while it is checked again.
 */
export function createMonitor(edges: MonitorEdges): Monitor {
  let known: Connection = { status: "checking" };
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let abort = new AbortController();
  /** Of the last cheap check; without end where there was none. */
  let latencyMs = Infinity;
  let underWay:
    | { readonly promise: Promise<Finding | undefined>; readonly isFull: boolean; readonly isAnew: boolean }
    | undefined;

  function start(isFull: boolean, isAnew = false): Promise<Finding | undefined> {
    if (underWay && (underWay.isFull || !isFull)) return underWay.promise;
    abort.abort();
    abort = new AbortController();
    clearTimeout(timer);
    const promise = make(isFull, edges.server(), abort.signal);
    underWay = { promise, isFull, isAnew };
    return promise;
  }

  async function make(isFull: boolean, server: string, signal: AbortSignal): Promise<Finding | undefined> {
    const finding = await findingOf(isFull, server, signal).catch(() => undefined);
    // Who waits for what was given up is told what the check in its place finds.
    if (signal.aborted) return finding ?? underWay?.promise;
    underWay = undefined;
    if (finding)
      settle(finding, finding.kind === "connected" && latencyMs <= believable ? { latencyMs } : {});
    schedule();
    return finding;
  }

  async function findingOf(isFull: boolean, server: string, signal: AbortSignal): Promise<Finding> {
    latencyMs = Infinity;
    // A refused preflight does not show in the version, so it takes a diagnosis to see it gone.
    if (isFull || known.finding?.kind === "writes-blocked") return edges.diagnose(server, signal);
    const from = performance.now();
    const finding = await edges.checkVersion(server, signal);
    latencyMs = performance.now() - from;
    return finding.kind === "connected" ? finding : edges.diagnose(server, signal);
  }

  function settle(finding: Finding, more: Partial<Connection>): void {
    const wasConnected = known.status === "connected";
    const status = stateOf(finding);
    failures = status === "connected" ? 0 : failures + 1;
    known = {
      status,
      finding,
      checkedAt: Date.now(),
      ...("version" in finding ? { version: finding.version } : {}),
      ...more,
    };
    edges.publish(known);
    if (status === "connected" && !wasConnected) edges.onConnected();
  }

  function pace(): number {
    return failures === 0 ? steady : (backoff[failures - 1] ?? steady);
  }

  function schedule(wait = pace()): void {
    clearTimeout(timer);
    if (edges.isVisible()) timer = setTimeout(() => void start(false), wait);
  }

  function forget(): void {
    abort.abort();
    clearTimeout(timer);
    underWay = undefined;
  }

  return {
    check: () => start(false),
    checkAnew() {
      // Several answers at once, or one after the other, would keep any check from its end.
      if (underWay?.isAnew) return;
      const isFull = underWay?.isFull ?? false;
      forget();
      void start(isFull, true);
    },
    diagnose: () => start(true),
    resume() {
      const due = (known.checkedAt ?? 0) + pace() - Date.now();
      if (due > 0) schedule(due);
      else void start(false);
    },
    hear({ isConnected, version, latencyMs: took }, lagMs) {
      // A version does not show what is refused beforehand, nor is what this tab has begun to find out given up.
      if (underWay || known.finding?.kind === "writes-blocked") return;
      if (isConnected)
        settle(
          { kind: "connected", version },
          { isHeard: true, ...(took === undefined ? {} : { latencyMs: took }) },
        );
      schedule((!isConnected && known.status === "connected" ? 0 : pace()) + lagMs);
    },
    stop: forget,
  };
}
