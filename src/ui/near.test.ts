import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type * as Near from "./near.ts";

type Notice = (entries: readonly Partial<IntersectionObserverEntry>[]) => void;

let notice: Notice;
let near: typeof Near;
const watched = new Set<unknown>();

beforeEach(async () => {
  vi.useFakeTimers();
  vi.resetModules();
  vi.stubGlobal("innerHeight", 800);
  vi.stubGlobal(
    "IntersectionObserver",
    class {
      constructor(told: Notice) {
        notice = told;
      }
      observe = (element: unknown) => watched.add(element);
      unobserve = (element: unknown) => watched.delete(element);
    },
  );
  near = await import("./near.ts");
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  watched.clear();
});

const part = {} as Element;
const at = (top: number, isIntersecting = true): Partial<IntersectionObserverEntry> => ({
  target: part,
  isIntersecting,
  boundingClientRect: { top, bottom: top + 300 } as DOMRectReadOnly,
});

it("what is in view is told at once, and no more after that", () => {
  const onNear = vi.fn();
  near.whenNear(part, onNear);
  notice([at(-200)]);
  expect(onNear).toHaveBeenCalledOnce();
  expect(watched.size).toBe(0);
});

it("what is near is told at once", () => {
  const onNear = vi.fn();
  near.whenNear(part, onNear);
  notice([at(900)]);
  expect(onNear).toHaveBeenCalledOnce();
});

it("what is near and stays, while much passes, is told a moment later", () => {
  const onNear = vi.fn();
  near.notePassing();
  near.whenNear(part, onNear);
  notice([at(900)]);
  vi.advanceTimersByTime(50);
  expect(onNear).not.toHaveBeenCalled();
  vi.advanceTimersByTime(100);
  expect(onNear).toHaveBeenCalledOnce();
});

it("what only passes is not told, but when it comes back", () => {
  const onNear = vi.fn();
  near.notePassing();
  near.whenNear(part, onNear);
  notice([at(-400)]);
  vi.advanceTimersByTime(50);
  notice([at(-3000, false)]);
  vi.advanceTimersByTime(1000);
  expect(onNear).not.toHaveBeenCalled();
  notice([at(100)]);
  expect(onNear).toHaveBeenCalledOnce();
});

it("who waits no more is not told", () => {
  const onNear = vi.fn();
  near.notePassing();
  const stop = near.whenNear(part, onNear);
  notice([at(900)]);
  stop();
  vi.advanceTimersByTime(1000);
  expect(onNear).not.toHaveBeenCalled();
  expect(watched.size).toBe(0);
});
