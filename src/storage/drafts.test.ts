import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { clearDrafts, readDraft, writeDraft } from "./drafts.ts";

let items: Map<string, string>;
let room: number;

beforeEach(() => {
  items = new Map();
  room = Infinity;
  vi.stubGlobal("localStorage", {
    get length() {
      return items.size;
    },
    key: (index: number) => [...items.keys()][index] ?? null,
    getItem: (key: string) => items.get(key) ?? null,
    setItem(key: string, value: string) {
      if (value.length > room) throw new DOMException("full", "QuotaExceededError");
      items.set(key, value);
    },
    removeItem: (key: string) => items.delete(key),
  });
});

afterEach(() => {
  clearDrafts();
  vi.unstubAllGlobals();
});

test("a draft is in localStorage at once, and gone when it is empty", () => {
  expect(writeDraft("new", "words")).toBe(true);
  expect([...items]).toEqual([["candor.draft.new", "words"]]);
  expect(readDraft("new")).toBe("words");
  expect(readDraft("other")).toBe("");
  expect(writeDraft("new", "")).toBe(true);
  expect(items.size).toBe(0);
});

test("a draft that does not fit stays in this page and leaves no older text behind", () => {
  writeDraft("new", "old");
  room = 3;
  expect(writeDraft("new", "longer words")).toBe(false);
  expect(readDraft("new")).toBe("longer words");
  expect(items.size).toBe(0);
  expect(writeDraft("new", "fit")).toBe(true);
  expect(readDraft("new")).toBe("fit");
});

test("a draft of more than a million characters is left to the database", () => {
  expect(writeDraft("new", "x".repeat(1_000_001))).toBe(false);
  expect(readDraft("new")).toHaveLength(1_000_001);
});

test("works where localStorage throws or is missing", () => {
  for (const blocked of [undefined, null]) {
    vi.stubGlobal("localStorage", blocked);
    expect(writeDraft("new", "words")).toBe(false);
    expect(readDraft("new")).toBe("words");
    expect(writeDraft("new", "")).toBe(false);
    expect(readDraft("new")).toBe("");
  }
  Object.defineProperty(globalThis, "localStorage", {
    configurable: true,
    get() {
      throw new DOMException("blocked", "SecurityError");
    },
  });
  expect(writeDraft("new", "words")).toBe(false);
  expect(readDraft("new")).toBe("words");
});

test("clearing removes drafts and nothing else", () => {
  items.set("candor.settings", "{}");
  writeDraft("a", "1");
  writeDraft("b", "2");
  clearDrafts();
  expect([...items.keys()]).toEqual(["candor.settings"]);
});
