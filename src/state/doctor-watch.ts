import { type Finding, stateOf } from "#src/core/connection/finding.ts";

/** How a server is being examined. Times are milliseconds since 1970 UTC. */
export type Examination = {
  /** Normalised address; empty before anything was examined. */
  readonly url: string;
  /** The last finding of this server; it stays while the server is asked again. */
  readonly finding?: Finding;
  readonly isTesting: boolean;
  readonly testedAt?: number;
  /** When it is asked again by itself; absent while it is asked, and while the page is hidden. */
  readonly nextAt?: number;
};

/** What a doctor works with; a test brings its own. */
export type DoctorEdges = {
  /** The whole diagnosis; undefined where another one took its place. Never rejects. */
  readonly test: (url: string) => Promise<Finding | undefined>;
  readonly isVisible: () => boolean;
  readonly publish: (examination: Examination) => void;
};

export type Doctor = {
  /** Examines this server now, and again and again until `close`. */
  readonly open: (url: string) => void;
  /** Examines the server that is open now; a test that is under way is begun anew. */
  readonly examine: () => Promise<void>;
  /** Somebody else found this out just now. */
  readonly hear: (url: string, finding: Finding) => void;
  /** The page was hidden, or is seen again. */
  readonly follow: () => void;
  readonly close: () => void;
};

type Run = { readonly url: string; isStale: boolean };

/** Waits after each failure in a row, then the last one, in milliseconds. */
const waits = [2_000, 5_000, 10_000, 20_000, 30_000, 60_000];
const steady = 60_000;

/** Asks a server again and again while its diagnosis is looked at: soon after a failure, then less often, never in a hidden page. */
export function createDoctor(edges: DoctorEdges): Doctor {
  let shown: Examination = { url: "", isTesting: false };
  let failures = 0;
  let isOpen = false;
  /** The test under way; `isStale`: something changed since it began, so what it finds counts no more. */
  let current: Run | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function show(next: Examination): void {
    shown = next;
    edges.publish(next);
  }

  async function examine(): Promise<void> {
    clearTimeout(timer);
    const { url } = shown;
    if (!isOpen) return;
    const { nextAt: _, ...rest } = shown;
    show({ ...rest, isTesting: true });
    if (current?.url === url) {
      current.isStale = true;
      return;
    }
    const run: Run = { url, isStale: false };
    current = run;
    const finding = await test(run);
    if (current !== run) return;
    current = undefined;
    if (isOpen) settle(finding);
  }

  async function test(run: Run): Promise<Finding | undefined> {
    run.isStale = false;
    const finding = await edges.test(run.url);
    return isOpen && current === run && run.isStale ? test(run) : finding;
  }

  function settle(finding: Finding | undefined): void {
    if (finding) failures = stateOf(finding) === "connected" ? 0 : failures + 1;
    show({ ...shown, ...(finding ? { finding, testedAt: Date.now() } : {}), isTesting: false });
    schedule();
  }

  function schedule(): void {
    clearTimeout(timer);
    const { nextAt: _, ...rest } = shown;
    if (!isOpen || !edges.isVisible()) return show(rest);
    const wait = failures === 0 ? steady : (waits[failures - 1] ?? steady);
    timer = setTimeout(() => void examine(), wait);
    show({ ...rest, nextAt: Date.now() + wait });
  }

  return {
    open(url) {
      clearTimeout(timer);
      isOpen = true;
      failures = 0;
      const isSame = shown.url === url;
      show({ ...(isSame ? shown : { url }), isTesting: false });
      void examine();
    },
    examine,
    hear(url, finding) {
      const isNews = isOpen && url === shown.url && !shown.isTesting && finding !== shown.finding;
      if (!isNews) return;
      // What a cheap check found has no evidence: where it says something else, it is looked into.
      if (finding.evidence) settle(finding);
      else if (stateOf(finding) !== stateOf(shown.finding)) void examine();
    },
    follow() {
      if (!isOpen || shown.isTesting) return;
      if (edges.isVisible() && shown.nextAt === undefined) void examine();
      else if (!edges.isVisible()) schedule();
    },
    close() {
      isOpen = false;
      clearTimeout(timer);
      const { nextAt: _, ...rest } = shown;
      show({ ...rest, isTesting: false });
    },
  };
}
