import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createLeases, type Lease, leaseTime } from "./lease.ts";
import type { Items } from "./local-items.ts";

function memoryItems(): Items {
  const map = new Map<string, string>();
  return {
    get length() {
      return map.size;
    },
    key: (index) => [...map.keys()][index] ?? null,
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
  };
}

async function settled(pending: Promise<Lease | null>): Promise<Lease | null> {
  await vi.advanceTimersByTimeAsync(100);
  return pending;
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

test("one tab at a time, also long after", async () => {
  const items = memoryItems();
  const one = createLeases(items, "one", Date.now);
  const two = createLeases(items, "two", Date.now);
  const lease = await settled(one.acquire("c"));
  expect(lease).not.toBeNull();
  expect(one.isHeldElsewhere("c")).toBe(false);
  await vi.advanceTimersByTimeAsync(10 * leaseTime);
  expect(two.isHeldElsewhere("c")).toBe(true);
  expect(two.isHeldElsewhere("other")).toBe(false);
  expect(await settled(two.acquire("c"))).toBeNull();
  lease?.release();
  expect(two.isHeldElsewhere("c")).toBe(false);
  expect(await settled(two.acquire("c"))).not.toBeNull();
});

test("of two that take it at once one gets it", async () => {
  const items = memoryItems();
  const [one, two] = ["one", "two"].map((tab) => createLeases(items, tab, Date.now).acquire("c"));
  await vi.advanceTimersByTimeAsync(100);
  expect([await one, await two].filter(Boolean)).toHaveLength(1);
});

test("the lease of a tab that died runs out", async () => {
  const items = memoryItems();
  items.setItem("candor.lock.c", JSON.stringify({ tab: "dead", expires: Date.now() + leaseTime }));
  const mine = createLeases(items, "mine", Date.now);
  expect(mine.isHeldElsewhere("c")).toBe(true);
  await vi.advanceTimersByTimeAsync(leaseTime);
  expect(mine.isHeldElsewhere("c")).toBe(false);
  expect(await settled(mine.acquire("c"))).not.toBeNull();
});

test("a lease from a clock that was ahead does not last for ever", () => {
  const items = memoryItems();
  items.setItem("candor.lock.c", JSON.stringify({ tab: "other", expires: Date.now() + 1e9 }));
  expect(createLeases(items, "mine", Date.now).isHeldElsewhere("c")).toBe(false);
});

test("arriving bytes keep the lease where timers sleep", async () => {
  const items = memoryItems();
  let now = 0;
  const one = createLeases(items, "one", () => now);
  const two = createLeases(items, "two", () => now);
  const lease = await settled(one.acquire("c"));
  now += leaseTime - 1;
  lease?.renew();
  now += leaseTime - 1;
  expect(two.isHeldElsewhere("c")).toBe(true);
});

test("a lost lease is not taken back", async () => {
  const items = memoryItems();
  let now = 0;
  const one = createLeases(items, "one", () => now);
  const two = createLeases(items, "two", () => now);
  const lost = await settled(one.acquire("c"));
  now += leaseTime;
  expect(await settled(two.acquire("c"))).not.toBeNull();
  lost?.renew();
  lost?.release();
  expect(one.isHeldElsewhere("c")).toBe(true);
});

test("unreadable items hold nothing, and no storage refuses nobody", async () => {
  const items = memoryItems();
  items.setItem("candor.lock.c", "{");
  expect(createLeases(items, "mine", Date.now).isHeldElsewhere("c")).toBe(false);
  expect(await settled(createLeases(undefined, "mine", Date.now).acquire("c"))).not.toBeNull();
});
