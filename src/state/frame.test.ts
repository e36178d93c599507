import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createFrame } from "./frame.ts";

let waiting: FrameRequestCallback[] = [];
let now = 0;

/** A screen of sixty frames a second. */
function paint(): void {
  now += 1000 / 60;
  const due = waiting;
  waiting = [];
  for (const draw of due) draw(now);
}

beforeEach(() => {
  [waiting, now] = [[], 1000];
  vi.stubGlobal("document", { visibilityState: "visible" });
  vi.stubGlobal("requestAnimationFrame", (draw: FrameRequestCallback) => waiting.push(draw));
  vi.stubGlobal("cancelAnimationFrame", () => (waiting = []));
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe("drawings", () => {
  it("come in two of three frames where each has something new", () => {
    const draw = vi.fn<() => void>();
    const frame = createFrame(draw);
    for (let painted = 0; painted < 60; painted++) {
      frame.request();
      paint();
    }
    expect(draw.mock.calls.length).toBeGreaterThanOrEqual(39);
    expect(draw.mock.calls.length).toBeLessThanOrEqual(41);
  });

  it("come with the next frame where that is asked for, however short a time ago the last was", () => {
    const draw = vi.fn<() => void>();
    const frame = createFrame(draw);
    for (let painted = 1; painted <= 6; painted++) {
      frame.requestNext();
      paint();
      expect(draw).toHaveBeenCalledTimes(painted);
    }
  });

  it("of what can wait come with the next request, or alone after a quarter of a second", () => {
    vi.useFakeTimers();
    const draw = vi.fn<() => void>();
    const frame = createFrame(draw);
    frame.requestLater();
    paint();
    expect(draw).not.toHaveBeenCalled();
    vi.advanceTimersByTime(250);
    paint();
    expect(draw).toHaveBeenCalledTimes(1);
    frame.requestLater();
    frame.request();
    paint();
    paint();
    vi.advanceTimersByTime(1000);
    paint();
    expect(draw).toHaveBeenCalledTimes(2);
  });

  it("that wait are made by a flush, at once and only once", () => {
    const draw = vi.fn<() => void>();
    const frame = createFrame(draw);
    frame.flush();
    expect(draw).not.toHaveBeenCalled();
    frame.request();
    frame.flush();
    paint();
    expect(draw).toHaveBeenCalledTimes(1);
  });

  it("are made at once in a hidden tab, which has no frames", () => {
    vi.stubGlobal("document", { visibilityState: "hidden" });
    const draw = vi.fn<() => void>();
    createFrame(draw).request();
    expect(draw).toHaveBeenCalledTimes(1);
  });
});
