import { beforeEach, expect, test } from "vitest";
import type { HealthCheck } from "#src/core/models/health.ts";
import { addHealth, clearAllHealth, clearHealth, readHealth } from "./health-history.ts";
import type { Items } from "./local-items.ts";

const home = "http://localhost:11434";
const other = "http://localhost:11435";
let stored: Map<string, string>;
let isFull: boolean;

const items: Items = {
  getItem: (key) => stored.get(key) ?? null,
  setItem(key, value) {
    if (isFull) throw new DOMException("full", "QuotaExceededError");
    stored.set(key, value);
  },
  removeItem: (key) => void stored.delete(key),
  key: (index) => [...stored.keys()][index] ?? null,
  get length() {
    return stored.size;
  },
};

beforeEach(() => {
  stored = new Map();
  isFull = false;
});

const ok = (at: number): HealthCheck => ({
  at,
  status: "ok",
  loadMs: 5,
  firstMs: 7,
  totalMs: 9,
  tokensPerSecond: 41.5,
});
const failed: HealthCheck = { at: 2, status: "failed", cause: "out-of-memory", words: "signal: killed" };

test("what was added is read again, by server and model", () => {
  expect(readHealth(home, items).size).toBe(0);
  addHealth(home, "a:latest", ok(1), items);
  addHealth(home, "a:latest", failed, items);
  addHealth(home, "b:1b", { at: 3, status: "ok", loadMs: 1, totalMs: 4 }, items);
  addHealth(other, "a:latest", ok(4), items);
  expect(readHealth(home, items)).toEqual(
    new Map([
      ["a:latest", [ok(1), failed]],
      ["b:1b", [{ at: 3, status: "ok", loadMs: 1, totalMs: 4 }]],
    ]),
  );
  expect(readHealth(other, items)).toEqual(new Map([["a:latest", [ok(4)]]]));
  clearHealth(home, "a:latest", items);
  expect([...readHealth(home, items).keys()]).toEqual(["b:1b"]);
});

test("the newest fifty stay", () => {
  for (let at = 1; at <= 53; at++) addHealth(home, "a", ok(at), items);
  const times = readHealth(home, items)
    .get("a")
    ?.map(({ at }) => at);
  expect(times).toHaveLength(50);
  expect([times?.[0], times?.at(-1)]).toEqual([4, 53]);
});

test.each(["", "{", "5", "null", '{"at":1}'])("a record of %j is none", (text) => {
  stored.set(`candor.health.${home} a`, text);
  expect(readHealth(home, items).get("a")).toEqual([]);
  expect(addHealth(home, "a", ok(1), items)).toEqual([ok(1)]);
});

test("a broken test costs no other", () => {
  const rows = [ok(1), { at: "x", status: "ok" }, { status: "odd" }, null, failed];
  stored.set(`candor.health.${home} a`, JSON.stringify(rows));
  expect(readHealth(home, items).get("a")).toEqual([ok(1), failed]);
});

test("where there is no room the test is still given back", () => {
  addHealth(home, "a", ok(1), items);
  isFull = true;
  expect(addHealth(home, "a", failed, items)).toEqual([ok(1), failed]);
  expect(readHealth(home, items).get("a")).toEqual([ok(1)]);
});

test("all is forgotten at once, and nothing else", () => {
  addHealth(home, "a", ok(1), items);
  addHealth(other, "b", ok(2), items);
  stored.set("candor.settings", "{}");
  clearAllHealth(items);
  expect([...stored.keys()]).toEqual(["candor.settings"]);
});
