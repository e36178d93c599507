import { type ConnectionState, type Finding, stateOf } from "#src/core/connection/finding.ts";

/** What is known of the way to a server. Times are milliseconds since 1970 UTC. */
export type Connection = {
  readonly status: ConnectionState;
  readonly version?: string;
  readonly finding?: Finding;
  readonly checkedAt?: number;
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
  /** The whole diagnosis, now. */
  readonly diagnose: () => Promise<Finding | undefined>;
  /** Forgets what was found: the server is another one. */
  readonly reset: () => void;
  readonly stop: () => void;
};

const steady = 60_000;
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
  let underWay: { readonly promise: Promise<Finding | undefined>; readonly isFull: boolean } | undefined;

  function start(isFull: boolean): Promise<Finding | undefined> {
    if (underWay && (underWay.isFull || !isFull)) return underWay.promise;
    abort.abort();
    abort = new AbortController();
    clearTimeout(timer);
    const promise = make(isFull, edges.server(), abort.signal);
    underWay = { promise, isFull };
    return promise;
  }

  async function make(isFull: boolean, server: string, signal: AbortSignal): Promise<Finding | undefined> {
    const finding = await findingOf(isFull, server, signal).catch(() => undefined);
    if (signal.aborted) return finding;
    underWay = undefined;
    if (finding) settle(finding);
    schedule();
    return finding;
  }

  async function findingOf(isFull: boolean, server: string, signal: AbortSignal): Promise<Finding> {
    // A refused preflight does not show in the version, so it takes a diagnosis to see it gone.
    if (isFull || known.finding?.kind === "writes-blocked") return edges.diagnose(server, signal);
    const finding = await edges.checkVersion(server, signal);
    return finding.kind === "connected" ? finding : edges.diagnose(server, signal);
  }

  function settle(finding: Finding): void {
    const wasConnected = known.status === "connected";
    const status = stateOf(finding);
    failures = status === "connected" ? 0 : failures + 1;
    known = {
      status,
      finding,
      checkedAt: Date.now(),
      ...("version" in finding ? { version: finding.version } : {}),
    };
    edges.publish(known);
    if (status === "connected" && !wasConnected) edges.onConnected();
  }

  function schedule(): void {
    clearTimeout(timer);
    if (!edges.isVisible()) return;
    const wait = failures === 0 ? steady : (backoff[failures - 1] ?? steady);
    timer = setTimeout(() => void start(false), wait);
  }

  function forget(): void {
    abort.abort();
    clearTimeout(timer);
    underWay = undefined;
  }

  return {
    check: () => start(false),
    diagnose: () => start(true),
    reset() {
      forget();
      failures = 0;
      known = { status: "checking" };
      edges.publish(known);
      void start(false);
    },
    stop: forget,
  };
}
