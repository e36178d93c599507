import { expect, test } from "vitest";
import { type PastPull, readPullHistory, writePullHistory } from "./pull-history.ts";
import type { Items } from "./local-items.ts";

function memoryItems(start: Record<string, string> = {}): Items & { readonly map: Map<string, string> } {
  const map = new Map(Object.entries(start));
  return {
    map,
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
    key: (index) => [...map.keys()][index] ?? null,
    get length() {
      return map.size;
    },
  };
}

const past = (name: string, more: Partial<PastPull> = {}): PastPull => ({
  name,
  server: "http://localhost:11434",
  endedAt: 1_763_600_000_000,
  tookMs: 4000,
  bytes: 2_000_000,
  outcome: "new",
  ...more,
});

test("what is written is read again, errors too", () => {
  const items = memoryItems();
  const all = [
    past("a:latest", { bytesPerSecond: 500_000 }),
    past("b:latest", { outcome: "failed", error: { kind: "in-stream", message: "no space left on device" } }),
    past("c:latest", { outcome: "failed", error: { kind: "cut", how: "broken" } }),
  ];
  expect(writePullHistory(all, items)).toBe(true);
  expect(readPullHistory(items)).toEqual(all);
});

test("the newest two hundred stay", () => {
  const items = memoryItems();
  writePullHistory(
    Array.from({ length: 230 }, (_, index) => past(`m${index}:latest`)),
    items,
  );
  const kept = readPullHistory(items);
  expect([kept.length, kept[0]?.name, kept.at(-1)?.name]).toEqual([200, "m0:latest", "m199:latest"]);
});

test("a broken record costs no other, and a broken error only itself", () => {
  const rows = [past("good:latest"), { name: 5 }, { ...past("odd:latest"), error: { kind: "nonsense" } }];
  const items = memoryItems({ "candor.pulls": JSON.stringify(rows) });
  expect(readPullHistory(items).map(({ name, error }) => [name, error])).toEqual([
    ["good:latest", undefined],
    ["odd:latest", undefined],
  ]);
});

test.each(["", "{", "{}", "null", "[1, null]"])("unreadable text is no history: %s", (text) => {
  expect(readPullHistory(memoryItems({ "candor.pulls": text }))).toEqual([]);
});

test("an empty history leaves nothing behind, and one that cannot be written says so", () => {
  const items = memoryItems({ "candor.pulls": "[]" });
  writePullHistory([], items);
  expect(items.map.size).toBe(0);
  const full: Items = {
    ...items,
    setItem() {
      throw new Error("full");
    },
  };
  expect(writePullHistory([past("a:latest")], full)).toBe(false);
});
