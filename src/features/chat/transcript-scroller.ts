import {
  hasNews,
  isAwayFromEnd,
  type Metrics,
  reduceScroll,
  type ScrollInput,
  type ScrollState,
  startOfScroll,
} from "#src/core/reading/scroll.ts";
import { type Anchor, anchorAt, firstInView, offsetOf } from "./transcript-anchor.ts";
import { listenToPresses } from "./transcript-presses.ts";

export type ScrollView = { readonly isAway: boolean; readonly hasNews: boolean };

export type ScrollerParts = {
  /** Has `data-reading` while its reader has let go of the end. */
  readonly box: HTMLElement;
  /** Around the content; kept at least as high as the state wants. */
  readonly frame: HTMLElement;
  readonly content: HTMLElement;
};

export type Scroller = {
  /** A question was asked; `find` gives its element, once it is drawn. */
  readonly ask: (keeps: "end" | "question", find: () => Element | null) => void;
  readonly toEnd: () => void;
  readonly toStart: () => void;
  /** Brings an element on screen, with its top so far below that of the view, and keeps it there. */
  readonly jump: (element: Element, below?: number) => void;
  /** What is on screen stays where it is. */
  readonly hold: () => void;
  readonly setWriting: (isWriting: boolean) => void;
  readonly stop: () => void;
};

/** A jump is held until nothing has moved for so many frames. */
const quietFrames = 4;
const mostFrames = 60;

/** Moves a scroller as its state says, and tells the state what the reader and the layout do. */
export function createScroller(
  { box, frame, content }: ScrollerParts,
  onView: (view: ScrollView) => void,
): Scroller {
  let state: ScrollState = startOfScroll;
  let anchor: Anchor = [];
  let isWriting = false;
  let findQuestion: () => Element | null = () => null;
  let question: Element | null = null;
  let shown: ScrollView = { isAway: false, hasNews: false };
  let settling = 0;

  const metrics = (): Metrics => ({
    top: box.scrollTop,
    height: content.offsetHeight,
    viewport: box.clientHeight,
  });

  function show() {
    box.toggleAttribute("data-reading", state.mode.kind === "reading");
    const view = { isAway: isAwayFromEnd(state), hasNews: hasNews(state) };
    if (view.isAway === shown.isAway && view.hasNews === shown.hasNews) return;
    shown = view;
    onView(view);
  }

  /** `from` is where the scroller stands where it may be moved. */
  function apply(next: ScrollState, from?: number) {
    if (next.floor !== state.floor) frame.style.minHeight = next.floor > 0 ? `${next.floor}px` : "";
    state = next;
    if (from !== undefined && Math.abs(from - next.top) >= 0.5) {
      box.scrollTo({ top: next.top, behavior: "instant" });
      state = { ...state, top: box.scrollTop };
    }
    if (state.mode.kind === "reading" && state.mode.anchor === null) {
      anchor = firstInView(content, box.getBoundingClientRect().top);
      const offset = offsetOf(anchor);
      if (offset !== null) state = reduceScroll(state, { type: "anchored", offset });
    }
    show();
  }

  const marked = () => (state.mode.kind === "reading" ? offsetOf(anchor) : null);
  const gesture = (input: ScrollInput) => {
    const next = reduceScroll(state, input);
    if (next !== state) apply(next);
  };

  /** Looked for once: it is asked for with each growth. */
  function placeOfQuestion() {
    if (!question?.isConnected) question = findQuestion();
    return placeOf(question, content);
  }

  function layOut() {
    const now = metrics();
    apply(
      reduceScroll(state, {
        type: "laid-out",
        ...now,
        isWriting,
        offset: marked(),
        question: state.mode.kind === "pinned" ? placeOfQuestion() : null,
      }),
      now.top,
    );
  }

  function settle(quiet: number, most: number, height: number) {
    const now = metrics();
    if (quiet === 0 || most === 0) {
      settling = 0;
      apply(reduceScroll(state, { type: "settled", ...now, offset: marked() }), now.top);
      return;
    }
    settling = requestAnimationFrame(() =>
      settle(now.height === height ? quiet - 1 : quietFrames, most - 1, now.height),
    );
  }

  function jump(element: Element, below = 0) {
    const now = metrics();
    anchor = anchorAt(element, content);
    const wanted = box.getBoundingClientRect().top + below;
    const { top } = element.getBoundingClientRect();
    apply(reduceScroll(state, { type: "jump", ...now, offset: top, wanted }), now.top);
    cancelAnimationFrame(settling);
    settle(quietFrames, mostFrames, now.height);
  }

  function toEnd() {
    const now = metrics();
    apply(reduceScroll(state, { type: "to-end", ...now }), now.top);
  }

  const onScroll = () => {
    const now = metrics();
    apply(reduceScroll(state, { type: "scrolled", ...now }));
  };
  const stopGestures = listenToGestures(box, gesture);
  // A question that is unfolded is to be read from where it begins, and not to be held by its end.
  const stopPresses = listenToPresses(
    content,
    (message) => gesture({ type: message === question ? "selecting" : "opened" }),
    (control, at) => {
      const { top } = box.getBoundingClientRect();
      if (control.getBoundingClientRect().bottom < top) jump(control, at - top);
    },
  );
  box.addEventListener("scroll", onScroll, { passive: true });
  const observer = new ResizeObserver(layOut);
  observer.observe(content);
  observer.observe(box);
  // Not left to the first observation: what opens stands where it belongs before anything is drawn or measured.
  layOut();

  return {
    ask: (keeps, find) => {
      [findQuestion, question] = [find, null];
      apply(reduceScroll(state, { type: "asked", keeps }));
    },
    toEnd,
    toStart: () => jump(content),
    jump,
    hold: () => gesture({ type: "selecting" }),
    setWriting: (next) => (isWriting = next),
    stop: () => {
      cancelAnimationFrame(settling);
      observer.disconnect();
      stopGestures();
      stopPresses();
      box.removeEventListener("scroll", onScroll);
    },
  };
}

function placeOf(element: Element | null, content: Element) {
  if (!element) return null;
  const { top, bottom } = element.getBoundingClientRect();
  const start = content.getBoundingClientRect().top;
  return { top: top - start, bottom: bottom - start };
}

/** Gestures say what the reader wants before anything has moved, so that growth in the same frame cannot undo it. */
function listenToGestures(box: HTMLElement, gesture: (input: ScrollInput) => void): () => void {
  let lastY = 0;
  const ended = new AbortController();
  const options = { passive: true, signal: ended.signal } as const;
  box.addEventListener(
    "wheel",
    (event) => {
      const { deltaX, deltaY } = event;
      if (event.ctrlKey || (deltaY < 0 && scrollsItself(event.target, box))) return;
      gesture({ type: "wheel", deltaX, deltaY });
    },
    options,
  );
  box.addEventListener(
    "keydown",
    (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey || takesKeys(event)) return;
      gesture({ type: "key", key: event.key, hasShift: event.shiftKey });
    },
    options,
  );
  box.addEventListener("touchstart", (event) => (lastY = event.touches[0]?.clientY ?? 0), options);
  box.addEventListener(
    "touchmove",
    (event) => {
      const y = event.touches[0]?.clientY ?? lastY;
      const moved = y - lastY;
      if (Math.abs(moved) < 1) return;
      lastY = y;
      if (moved < 0 || !scrollsItself(event.target, box)) gesture({ type: "touch", moved });
    },
    options,
  );
  box.addEventListener(
    "pointerdown",
    (event) => {
      if (event.target !== box) return;
      const inner = event.clientX - box.getBoundingClientRect().left - box.clientLeft;
      if (inner < 0 || inner >= box.clientWidth) gesture({ type: "scrollbar" });
    },
    options,
  );
  listenToSelecting(box, () => gesture({ type: "selecting" }), ended.signal);
  return () => ended.abort();
}

/** Calls `onSelecting` where a pointer that went down in `box` selects words there. */
function listenToSelecting(box: HTMLElement, onSelecting: () => void, signal: AbortSignal): void {
  let isDown = false;
  const lift = () => (isDown = false);
  box.addEventListener("pointerdown", () => (isDown = true), { signal });
  for (const end of ["pointerup", "pointercancel"]) document.addEventListener(end, lift, { signal });
  const look = () => {
    const selection = document.getSelection();
    if (selection?.isCollapsed === false && box.contains(selection.anchorNode)) onSelecting();
  };
  document.addEventListener("selectionchange", () => isDown && look(), { signal });
  // Of a quick tap the pointer is up again before the change is told.
  box.addEventListener("dblclick", look, { signal });
}

/** Whether a part inside the transcript would scroll up before the transcript does. */
function scrollsItself(target: EventTarget | null, box: HTMLElement): boolean {
  for (let at = target; at instanceof Element && at !== box; at = at.parentElement) {
    if (at.scrollTop > 0) return true;
  }
  return false;
}

/** Boxes that text is typed into, and buttons at a space, use keys themselves. */
function takesKeys({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  return (
    target.matches("input, textarea, select, [contenteditable]") ||
    (key === " " && target.matches("button, summary, a"))
  );
}
