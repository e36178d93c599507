import { describe, expect, test } from "vitest";
import {
  endOf,
  hasNews,
  isAwayFromEnd,
  reduceScroll,
  type ScrollInput,
  type ScrollState,
  startOfScroll,
} from "./scroll.ts";

const view = { height: 2000, viewport: 600 };
const laidOut = (over: Partial<Extract<ScrollInput, { type: "laid-out" }>> = {}): ScrollInput => ({
  type: "laid-out",
  top: 0,
  ...view,
  isWriting: true,
  offset: null,
  question: null,
  ...over,
});
const wheel = (deltaY: number): ScrollInput => ({ type: "wheel", deltaX: 0, deltaY });
const run = (inputs: readonly ScrollInput[], from: ScrollState = startOfScroll): ScrollState =>
  inputs.reduce(reduceScroll, from);

const following = run([laidOut()]);
const reading = run(
  [wheel(-100), { type: "scrolled", top: 1000, ...view }, { type: "anchored", offset: 20 }],
  following,
);

test("a reader's smallest way up from the very end is not taken for the browser's own movement", () => {
  const at = { top: 1399, ...view };
  const up = run([{ type: "scrolled", ...at }], following);
  expect(up).toMatchObject({ top: 1399, mode: { kind: "reading", anchor: null } });
  const marked = run([{ type: "anchored", offset: -2 }], up);
  expect(run([laidOut({ ...at, offset: -2, height: 2100 })], marked).top).toBe(1399);
});

describe("following", () => {
  test("the end stays in view while text comes and while the view shrinks", () => {
    expect(following.top).toBe(1400);
    const grown = run([laidOut({ top: 1400, height: 2100 })], following);
    expect(grown.top).toBe(1500);
    expect(run([laidOut({ top: 1500, height: 2100, viewport: 300 })], grown).top).toBe(1800);
    expect(isAwayFromEnd(grown)).toBe(false);
  });

  test.each<[string, ScrollInput]>([
    ["the wheel", wheel(-1)],
    ["PageUp", { type: "key", key: "PageUp", hasShift: false }],
    ["ArrowUp", { type: "key", key: "ArrowUp", hasShift: false }],
    ["Home", { type: "key", key: "Home", hasShift: false }],
    ["Shift and space", { type: "key", key: " ", hasShift: true }],
    ["a finger going down", { type: "touch", moved: 3 }],
    ["the scrollbar", { type: "scrollbar" }],
    ["a selection", { type: "selecting" }],
    ["a movement up", { type: "scrolled", top: 1390, ...view }],
  ])("%s lets go at once, also with text in the same frame", (_, input) => {
    const after = run([input, laidOut({ top: 1400, height: 2200 })], following);
    expect(after.mode.kind).toBe("reading");
    expect(after.top).toBeLessThanOrEqual(1400);
  });

  test.each<[string, ScrollInput]>([
    ["the wheel downwards", wheel(10)],
    ["a wheel to the side", { type: "wheel", deltaX: -30, deltaY: -2 }],
    ["a letter", { type: "key", key: "a", hasShift: false }],
    ["its own movement", { type: "scrolled", top: 1400, ...view }],
    ["a browser that ran out of content", { type: "scrolled", top: 1300, height: 1900, viewport: 600 }],
  ])("%s does not let go", (_, input) => {
    expect(run([input], following).mode.kind).toBe("following");
  });

  test("what the reader opened stays where it is, and so does a question that is held", () => {
    const after = run([{ type: "opened" }, laidOut({ top: 1400, height: 3000 })], following);
    expect([after.top, after.mode.kind]).toEqual([1400, "reading"]);
    const held = run([{ type: "asked", keeps: "question" }, { type: "opened" }], following);
    expect(held.mode.kind).toBe("pinned");
  });

  test("words that are selected stay, also where nothing is above yet", () => {
    const short = run([laidOut({ height: 300 })]);
    expect(run([{ type: "selecting" }, laidOut({ height: 2100 })], short).top).toBe(0);
  });

  test("with nothing above, a gesture up has nowhere to go", () => {
    const short = run([laidOut({ height: 300 })]);
    expect(run([wheel(-100)], short).mode.kind).toBe("following");
  });
});

describe("reading", () => {
  test("text that comes below moves nothing, and is told of", () => {
    const grown = run([laidOut({ top: 1000, height: 2500, offset: 20 })], reading);
    expect(grown.top).toBe(1000);
    expect(isAwayFromEnd(grown)).toBe(true);
    expect(hasNews(grown)).toBe(true);
    expect(hasNews(reading)).toBe(false);
  });

  test("what is read stays where it is when a picture above it grows", () => {
    const after = run([laidOut({ top: 1000, height: 2300, offset: 320 })], reading);
    expect(after.top).toBe(1300);
    expect(hasNews(after)).toBe(false);
  });

  test("a movement whose event has not come yet is not undone", () => {
    const after = run([laidOut({ top: 900, height: 2300, offset: 420 })], reading);
    expect(after.top).toBe(1200);
    expect(after.mode).toMatchObject({ anchor: 120 });
  });

  test("a place that cannot be reached is given up, so that later growth moves nothing", () => {
    const cut = run([laidOut({ top: 400, height: 1000, offset: 620 })], reading);
    expect(cut.top).toBe(400);
    expect(cut.mode).toMatchObject({ kind: "reading", anchor: null });
  });

  test("what goes away above moves nothing, also where the browser moved up by itself", () => {
    expect(run([laidOut({ top: 1000, height: 1800, offset: 20 - 200 })], reading).top).toBe(800);
    const clamped = [{ type: "scrolled", top: 700, height: 1300, viewport: 600 } as const];
    const late = laidOut({ top: 700, height: 1300, offset: 20 - 700 + 300 });
    const after = run([...clamped, late], reading);
    expect(after.top).toBe(300);
    expect(after.mode).toMatchObject({ anchor: 20 });
  });

  test.each([
    [1360, "following"],
    [1400, "following"],
    [1300, "reading"],
  ])("a movement down to %i is %s", (top, kind) => {
    expect(run([{ type: "scrolled", top, ...view }], reading).mode.kind).toBe(kind);
  });

  test("the end that the reader came to counts, not the one of the text that came meanwhile", () => {
    expect(run([{ type: "scrolled", top: 1395, height: 2400, viewport: 600 }], reading).mode.kind).toBe(
      "following",
    );
  });

  test("growth alone never brings the end back", () => {
    const shrunk = run([laidOut({ top: 1000, height: 1600, offset: 20 })], reading);
    expect(shrunk.mode.kind).toBe("reading");
    expect(isAwayFromEnd(shrunk)).toBe(false);
  });

  test("going to the end follows again", () => {
    const after = run([{ type: "to-end", top: 1000, ...view }], reading);
    expect(after).toMatchObject({ mode: { kind: "following" }, top: 1400 });
  });
});

describe("a question kept at the top", () => {
  const question = { top: 1900, bottom: 1960 };
  const asked = run(
    [{ type: "asked", keeps: "question" }, laidOut({ top: 1400, height: 2000, question })],
    following,
  );

  test("stands at the top with room below it", () => {
    expect(asked.top).toBe(1884);
    expect(asked.floor).toBe(2484);
    expect(endOf(asked)).toBe(1884);
    expect(isAwayFromEnd(asked)).toBe(false);
  });

  test("does not move while the reply fills the room, nor when it is full", () => {
    const half = run([laidOut({ top: 1884, height: 2300, question })], asked);
    expect([half.top, half.mode.kind]).toEqual([1884, "pinned"]);
    const full = run([laidOut({ top: 1884, height: 2600, question })], half);
    expect([full.top, full.mode.kind]).toEqual([1884, "pinned"]);
    expect([isAwayFromEnd(full), hasNews(full), hasNews(half)]).toEqual([true, true, false]);
    const back = run([{ type: "to-end", top: 1884, height: 2600, viewport: 600 }], full);
    expect([back.top, back.floor]).toEqual([2000, 0]);
  });

  test("is at the top again when a view that was small for a moment is large again", () => {
    const small = run([laidOut({ top: 1884, height: 2300, viewport: 300, question })], asked);
    expect([small.top, isAwayFromEnd(small)]).toEqual([1884, true]);
    const large = run([laidOut({ top: 1700, height: 2300, question })], small);
    expect([large.top, large.floor, isAwayFromEnd(large)]).toEqual([1884, 2484, false]);
  });

  test.each([wheel(10), wheel(-10)])("a reader who goes on in a full view is not held: %o", (input) => {
    const full = run([laidOut({ top: 1884, height: 2600, question })], asked);
    expect(run([input], full).mode.kind).toBe("reading");
  });

  test("that is there no more holds nothing", () => {
    const gone = run([laidOut({ top: 1884, height: 2600 })], asked);
    expect([gone.top, gone.mode]).toEqual([1884, { kind: "reading", anchor: null, isSettling: false }]);
  });

  test("keeps the end of a long question in view, and room for the reply", () => {
    const long = run([laidOut({ height: 2600, question: { top: 1900, bottom: 2500 } })], asked);
    expect(long.top).toBe(2500 - 240);
  });

  test("a reader who went up and comes back is held again", () => {
    const up = run([wheel(-100), { type: "scrolled", top: 1700, height: 2100, viewport: 600 }], asked);
    expect(up.mode.kind).toBe("reading");
    const back = run([{ type: "scrolled", top: 1884, height: 2100, viewport: 600 }], up);
    expect(back.mode.kind).toBe("pinned");
  });

  test("going to the end takes away no room that is in view", () => {
    const after = run([{ type: "to-end", top: 1884, height: 2100, viewport: 600 }], asked);
    expect([after.mode.kind, after.top]).toEqual(["following", 1884]);
    expect(run([laidOut({ top: 1884, height: 2500 })], after).top).toBe(1900);
  });
});

describe("a jump", () => {
  const jumped = run([{ type: "jump", offset: -500, wanted: 8, top: 1000, ...view }], reading);

  test("holds its place until all is laid out", () => {
    expect(jumped.top).toBe(492);
    const late = run([laidOut({ top: 492, height: 2600, offset: 308, isWriting: false })], jumped);
    expect(late.top).toBe(792);
    expect(late.mode).toMatchObject({ anchor: 8, isSettling: true });
  });

  test("near the end it takes what it can get", () => {
    const far = run([{ type: "jump", offset: 900, wanted: 8, top: 1000, ...view }], reading);
    expect(far.top).toBe(1400);
    const settled = run([{ type: "settled", top: 1400, ...view, offset: 500 }], far);
    expect(settled.mode).toMatchObject({ anchor: null, isSettling: false });
    expect(settled.top).toBe(1400);
  });
});
