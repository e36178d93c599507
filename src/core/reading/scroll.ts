/** What a scroller measures, in CSS pixels; `height` is that of its content, without the room kept free below it. */
export type Metrics = { readonly top: number; readonly height: number; readonly viewport: number };

/** Where the part that is being read stands on the screen; `null` where none is marked or it is gone. */
type Marked = { readonly offset: number | null };

type ScrollMode =
  | { readonly kind: "following" }
  /** A new question is held at the top, with room below it where the reply does not fill the view. */
  | { readonly kind: "pinned" }
  /** The reader has let go. `anchor` is where the marked part has to stay; `null` asks for a part to be marked. */
  | { readonly kind: "reading"; readonly anchor: number | null; readonly isSettling: boolean };

/** `top` is where the scroller has to stand. */
export type ScrollState = Metrics & {
  readonly mode: ScrollMode;
  /** The content is to be at least so high. */
  readonly floor: number;
  /** Height of the text that came below the view since the reader let go. */
  readonly news: number;
};

export type ScrollInput =
  | { readonly type: "wheel"; readonly deltaX: number; readonly deltaY: number }
  | { readonly type: "key"; readonly key: string; readonly hasShift: boolean }
  /** How far a finger went down since the last time. */
  | { readonly type: "touch"; readonly moved: number }
  /** The scrollbar was taken hold of. */
  | { readonly type: "scrollbar" }
  /** Words are being selected, or were found: they stay where they are. */
  | { readonly type: "selecting" }
  /** What the reader pressed made the content longer: it stays in view, and so does what it opened. */
  | { readonly type: "opened" }
  | ({ readonly type: "scrolled" } & Metrics)
  /** Content or viewport have another size. `question` is where a pinned one begins and ends in the content. */
  | ({
      readonly type: "laid-out";
      readonly isWriting: boolean;
      readonly question: { readonly top: number; readonly bottom: number } | null;
    } & Metrics &
      Marked)
  | { readonly type: "asked"; readonly keeps: "end" | "question" }
  | ({ readonly type: "to-end" } & Metrics)
  /** A part that stands at `offset` is to stand at `wanted`, also while what is around it is still being laid out. */
  | ({ readonly type: "jump"; readonly offset: number; readonly wanted: number } & Metrics)
  | ({ readonly type: "settled" } & Metrics & Marked)
  | { readonly type: "anchored"; readonly offset: number };

/** Within so many pixels of the end, one who scrolls down has come back to it. */
export const nearEnd = 48;
/** Less than this is rounding, not movement. */
const still = 1;
/** Room above a pinned question, and the share of the view that a long one may take. */
const pinGap = 16;
const pinShare = 0.4;

const following: ScrollMode = { kind: "following" };
const released: ScrollMode = { kind: "reading", anchor: null, isSettling: false };

export const startOfScroll: ScrollState = {
  mode: following,
  top: 0,
  height: 0,
  viewport: 0,
  floor: 0,
  news: 0,
};

/** The furthest that the scroller can go. */
export function endOf({ floor, height, viewport }: Omit<ScrollState, "mode" | "news" | "top">): number {
  return Math.max(0, Math.max(floor, height) - viewport);
}

function textBelow({ top, height, viewport }: Metrics): number {
  return Math.max(0, height - viewport - top);
}

/** Whether a way to the end has to be offered. */
export function isAwayFromEnd(state: ScrollState): boolean {
  return state.mode.kind !== "following" && textBelow(state) > nearEnd;
}

/** Whether text came below the view that the reader has not seen. */
export function hasNews(state: ScrollState): boolean {
  return state.news > 0 && isAwayFromEnd(state);
}

type Way = "up" | "down" | undefined;

/** Which way a gesture wants to go, before anything has moved. */
function wayOf(input: ScrollInput): Way {
  switch (input.type) {
    case "wheel":
      if (input.deltaY === 0 || Math.abs(input.deltaX) > Math.abs(input.deltaY)) return undefined;
      return input.deltaY < 0 ? "up" : "down";
    case "touch":
      if (Math.abs(input.moved) < still) return undefined;
      return input.moved > 0 ? "up" : "down";
    case "scrollbar":
      return "up";
    case "key":
      if (["PageUp", "ArrowUp", "Home"].includes(input.key)) return "up";
      if (["PageDown", "ArrowDown", "End"].includes(input.key)) return "down";
      return input.key === " " ? (input.hasShift ? "up" : "down") : undefined;
    default:
      return undefined;
  }
}

function reduceGesture(state: ScrollState, way: Way): ScrollState {
  // Where nothing is above, there is nowhere to go up to.
  if (way === "up" && state.top >= still) return { ...state, mode: released };
  if (way === "down" && state.mode.kind === "pinned" && textBelow(state) > 0)
    return { ...state, mode: released };
  const isAtEnd = state.top >= endOf(state) - 2;
  if (way === "down" && state.mode.kind === "reading" && isAtEnd) return arrived(state);
  return state;
}

/** At the end of what there is: the room below a pinned question still holds it. */
function arrived(state: ScrollState): ScrollState {
  const isPinned = state.height < state.floor;
  return { ...state, mode: isPinned ? { kind: "pinned" } : following, news: 0 };
}

/** A browser that runs out of content moves up by itself. */
function isClamped(state: ScrollState, moved: number): boolean {
  const end = endOf(state);
  return moved < 0 && state.top >= end - still && state.top - moved > end;
}

function reduceScrolled(state: ScrollState, { top, height, viewport }: Metrics): ScrollState {
  const moved = top - state.top;
  const next = { ...state, top, height, viewport, news: Math.min(state.news, height) };
  if (Math.abs(moved) < still) return { ...next, top: state.top };
  // The layout that took the content away has the say about this.
  if (isClamped(next, moved)) return { ...state, top };
  if (moved < 0) return { ...next, mode: released };
  if (state.mode.kind === "following") return next;
  // The end may have moved on since the reader saw it.
  const end = Math.min(endOf(state), endOf(next));
  if (top >= end - nearEnd) return arrived(next);
  return { ...next, mode: released, news: Math.min(next.news, textBelow(next)) };
}

type LaidOut = Extract<ScrollInput, { type: "laid-out" }>;

function reducePinned(state: ScrollState, input: LaidOut): ScrollState {
  const { height, viewport, question, isWriting } = input;
  // Its version may have changed: what is there now stays where it is.
  if (!question) {
    // Where it was deleted with all that followed, nothing is left to be read there, and no room is kept.
    const floor = height - state.top > nearEnd ? state.floor : 0;
    return reduceReading({ ...state, floor, mode: released }, input, isWriting);
  }
  const pin = Math.max(0, question.top - pinGap, question.bottom - viewport * pinShare);
  const next = { ...state, top: pin, height, viewport, floor: pin + viewport };
  // Held also once the view is full: one that was small for a moment, for a keyboard, becomes large again.
  const grown = isWriting ? Math.max(0, height - state.height) : 0;
  return { ...next, news: Math.min(state.news + grown, textBelow(next)) };
}

function reduceReading(
  state: ScrollState,
  { top, height, viewport, offset }: Metrics & Marked,
  isWriting: boolean,
): ScrollState {
  if (state.mode.kind !== "reading") return state;
  const { anchor, isSettling } = state.mode;
  // What the reader scrolled before its event came is not to be undone.
  const moved = top - state.top;
  const scrolled = isClamped({ ...state, top, height, viewport }, moved) ? 0 : moved;
  const wanted = anchor === null ? null : anchor - scrolled;
  const shift = offset === null || wanted === null ? 0 : offset - wanted;
  const metrics = { ...state, height, viewport };
  const target = Math.abs(shift) < still / 2 ? top : Math.max(0, top + shift);
  const next = Math.min(target, endOf(metrics));
  // Out of reach: what can be reached is now the place, or later growth would move the text.
  const isReached = isSettling || Math.abs(next - top - shift) < still;
  const grown = isWriting ? Math.max(0, height - state.height - shift) : 0;
  return {
    ...metrics,
    top: next,
    news: Math.min(state.news + grown, height),
    mode: { kind: "reading", anchor: isReached && offset !== null ? wanted : null, isSettling },
  };
}

function reduceLaidOut(state: ScrollState, input: LaidOut): ScrollState {
  const { height, viewport, isWriting } = input;
  switch (state.mode.kind) {
    case "following": {
      const next = { ...state, height, viewport };
      return { ...next, top: endOf(next) };
    }
    case "pinned":
      return reducePinned(state, input);
    case "reading":
      return reduceReading(state, input, isWriting);
  }
}

function reduceToEnd(state: ScrollState, { top, height, viewport }: Metrics): ScrollState {
  const hasRoom = height < state.floor;
  // Room that is in view stays until text fills it: taking it away would move what is read.
  const floor = hasRoom ? Math.min(state.floor, top + viewport) : 0;
  const next = { ...state, mode: following, height, viewport, floor, news: 0 };
  return { ...next, top: endOf(next) };
}

/**
 * The next state of a scroller. It says where to stand (`top`), how much room to keep (`floor`) and whether a part
 * has to be marked (`mode.anchor === null`); the caller does that, and answers the marking with `anchored`.
 */
export function reduceScroll(state: ScrollState, input: ScrollInput): ScrollState {
  switch (input.type) {
    case "wheel":
    case "key":
    case "touch":
    case "scrollbar":
      return reduceGesture(state, wayOf(input));
    case "selecting":
      return state.mode.kind === "reading" ? state : { ...state, mode: released };
    case "opened":
      return state.mode.kind === "following" ? { ...state, mode: released } : state;
    case "scrolled":
      return reduceScrolled(state, input);
    case "laid-out":
      return reduceLaidOut(state, input);
    case "asked":
      return {
        ...state,
        mode: input.keeps === "end" ? following : { kind: "pinned" },
        floor: input.keeps === "end" ? 0 : state.floor,
        news: 0,
      };
    case "to-end":
      return reduceToEnd(state, input);
    case "jump": {
      const { offset, wanted, top, height, viewport } = input;
      const next = { ...state, height, viewport };
      return {
        ...next,
        top: Math.min(Math.max(0, top + offset - wanted), endOf(next)),
        mode: { kind: "reading", anchor: wanted, isSettling: true },
      };
    }
    case "settled":
      if (state.mode.kind !== "reading" || !state.mode.isSettling) return state;
      return reduceReading({ ...state, mode: { ...state.mode, isSettling: false } }, input, false);
    case "anchored":
      if (state.mode.kind !== "reading") return state;
      return { ...state, mode: { ...state.mode, anchor: input.offset } };
  }
}
