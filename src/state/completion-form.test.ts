import { afterEach, beforeEach, expect, test, vi } from "vitest";

const kept = new Map<string, string>();

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    key: (index: number) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size;
    },
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  kept.clear();
});

test("a long text is written when the keys rest, or at once when the page goes", async () => {
  const { changeCompletionForm, flushCompletionForm } = await import("./completion-form.ts");
  const isKept = (text: string) => [...kept.values()].includes(text);
  changeCompletionForm({ prompt: "short" });
  expect(isKept("short")).toBe(true);
  const [long, longer] = ["x".repeat(300_000), "y".repeat(300_001)];
  changeCompletionForm({ prompt: long });
  expect(isKept(long)).toBe(false);
  vi.runAllTimers();
  expect(isKept(long)).toBe(true);
  changeCompletionForm({ prompt: longer });
  flushCompletionForm();
  expect(isKept(longer)).toBe(true);
});
