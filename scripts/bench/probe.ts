// oxlint-disable unicorn/consistent-function-scoping -- a page is given the text of the one function, without what is around it

/** What the probe has seen; times in milliseconds since 1970 UTC. */
interface Seen {
  /** Paints that showed more text of the reply than the one before. */
  readonly updates: number;
  readonly firstPaint: number;
  readonly lastPaint: number;
  /** From the keydown to the paint that showed it, in milliseconds. */
  readonly keyLatencies: readonly number[];
  /** Milliseconds between frames, where they were watched. */
  readonly frameGaps: readonly number[];
  readonly longTasks: readonly number[];
}

interface Probe {
  /** Forgets what was seen. */
  reset(watchFrames: boolean): void;
  read(): Seen;
  /** Resolves once a paint showed a reply with this text near its end. */
  shown(text: string): Promise<void>;
}

declare global {
  interface Window {
    readonly probe: Probe;
  }
}

/** Runs in the page before its own scripts and watches the text of the newest reply. */
export function installProbe(): void {
  const replyText = '[data-status] [data-part="body"]';
  const fresh = () => ({
    updates: 0,
    firstPaint: 0,
    lastPaint: 0,
    keyLatencies: [] as number[],
    frameGaps: [] as number[],
    longTasks: [] as number[],
  });
  let seen = fresh();
  let isWatched = false;
  let isPaintAwaited = false;
  let waiting: { text: string; resolve: () => void }[] = [];
  const epoch = () => performance.timeOrigin + performance.now();

  // A first observation is delivered in the frame that is being made, or in the next one: just before it is painted.
  // So urgent a task that is planned there comes just after, before what the page itself has planned.
  function atPaint<Value>(before: () => Value, after: (value: Value) => void): void {
    const observer = new ResizeObserver(() => {
      observer.disconnect();
      const value = before();
      void scheduler.postTask(() => after(value), { priority: "user-blocking" });
    });
    observer.observe(document.documentElement);
  }

  // Weakly, so that what the page has taken away is not kept by the probe.
  let newest: WeakRef<Element> | undefined;
  let lastTail = "";

  /** The last characters of the newest reply, found from its end: what stands before them must not cost the page time. */
  function readTail(): string {
    let body = newest?.deref();
    if (!body?.isConnected) body = [...document.querySelectorAll(replyText)].at(-1);
    if (body === undefined) return "";
    // Another reply may end in the same words as the one before.
    if (newest?.deref() !== body) lastTail = "";
    newest = new WeakRef(body);
    const walker = document.createTreeWalker(body);
    while (walker.lastChild() !== null);
    let tail = "";
    do {
      const { currentNode } = walker;
      if (currentNode instanceof Text) tail = currentNode.data.slice(-200) + tail;
    } while (tail.length < 200 && walker.previousNode() !== null);
    return tail.slice(-200);
  }

  /** What changes from here on is another paint's. */
  function look(): string {
    isPaintAwaited = false;
    return readTail();
  }

  function note(tail: string): void {
    if (tail === "" || tail === lastTail) return;
    lastTail = tail;
    seen.updates += 1;
    seen.firstPaint ||= epoch();
    seen.lastPaint = epoch();
    const [met, left] = [
      waiting.filter(({ text }) => tail.includes(text)),
      waiting.filter(({ text }) => !tail.includes(text)),
    ];
    waiting = left;
    for (const { resolve } of met) resolve();
  }

  function isOfReply({ target, addedNodes }: MutationRecord): boolean {
    const element = target instanceof Element ? target : target.parentElement;
    if (element === null) return false;
    if (element.closest(replyText) !== null) return true;
    const hasReply = [...addedNodes].some(
      (node) =>
        node instanceof Element && (node.matches(replyText) || node.querySelector(replyText) !== null),
    );
    if (hasReply) newest = undefined;
    return hasReply;
  }

  new MutationObserver((records) => {
    if (isPaintAwaited || !records.some(isOfReply)) return;
    isPaintAwaited = true;
    atPaint(look, note);
  }).observe(document, { subtree: true, childList: true, characterData: true });

  addEventListener(
    "keydown",
    ({ timeStamp }) =>
      atPaint(
        () => timeStamp,
        (pressed) => seen.keyLatencies.push(performance.now() - pressed),
      ),
    { capture: true },
  );

  new PerformanceObserver((list) => {
    seen.longTasks.push(...list.getEntries().map(({ duration }) => duration));
  }).observe({ type: "longtask" });

  let lastFrame = 0;
  function frame(time: number): void {
    if (lastFrame > 0) seen.frameGaps.push(time - lastFrame);
    lastFrame = time;
    if (isWatched) requestAnimationFrame(frame);
  }

  const probe: Probe = {
    reset(watchFrames) {
      seen = fresh();
      lastTail = readTail();
      lastFrame = 0;
      if (watchFrames && !isWatched) requestAnimationFrame(frame);
      isWatched = watchFrames;
    },
    read: () => seen,
    shown: (text) => new Promise((resolve) => waiting.push({ text, resolve })),
  };
  Object.assign(window, { probe });
}
