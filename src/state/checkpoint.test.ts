import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createCheckpoint } from "./checkpoint.ts";

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("document", { visibilityState: "visible" });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("the first touch writes at once, later ones at most 250 ms after it", async () => {
  const times: number[] = [];
  const start = Date.now();
  const checkpoint = createCheckpoint(async () => void times.push(Date.now() - start));
  for (let ms = 0; ms <= 600; ms += 10) {
    checkpoint.touch();
    await vi.advanceTimersByTimeAsync(10);
  }
  expect(times).toEqual([0, 250, 500]);
});

test("the last of a burst is written though nothing follows it", async () => {
  let text = "";
  const written: string[] = [];
  const checkpoint = createCheckpoint(async () => void written.push(text));
  for (const piece of ["a", "b", "c"]) {
    text += piece;
    checkpoint.touch();
  }
  await vi.advanceTimersByTimeAsync(250);
  expect(written.at(-1)).toBe("abc");
});

test("a hidden tab, whose timers are late, writes with the arriving text", async () => {
  vi.stubGlobal("document", { visibilityState: "hidden" });
  let writes = 0;
  const checkpoint = createCheckpoint(async () => void (writes += 1));
  checkpoint.touch();
  await vi.advanceTimersByTimeAsync(0);
  checkpoint.touch();
  await vi.advanceTimersByTimeAsync(0);
  expect(writes).toBe(2);
});

test("writes never overlap, and a flush during one waits for the newest text", async () => {
  let running = 0;
  let most = 0;
  let writes = 0;
  const checkpoint = createCheckpoint(async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, 300));
    running -= 1;
    writes += 1;
  });
  checkpoint.touch();
  let writesAtFlush = 0;
  void checkpoint.flush().then(() => (writesAtFlush = writes));
  await vi.advanceTimersByTimeAsync(700);
  expect(most).toBe(1);
  expect(writesAtFlush).toBe(2);
});
