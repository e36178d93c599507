import * as fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import type { ServerEvent } from "#src/core/connection/server-events.ts";
import type { Sample } from "#src/core/connection/uptime.ts";
import type { Items } from "./local-items.ts";
import {
  clearServerHistories,
  clearServerHistory,
  noHistory,
  readServerHistory,
  serversWithHistory,
  writeServerHistory,
} from "./server-history.ts";

const server = "http://localhost:11434";
let map: Map<string, string>;
let items: Items;

beforeEach(() => {
  map = new Map();
  items = {
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
    key: (index) => [...map.keys()][index] ?? null,
    get length() {
      return map.size;
    },
  };
});

const anySample: fc.Arbitrary<Sample> = fc
  .record(
    {
      at: fc.integer({ min: 1, max: 4_000_000_000 }).map((seconds) => seconds * 1000),
      state: fc.constantFrom("connected" as const, "unreachable" as const, "needs a key" as const),
      latencyMs: fc.nat(20_000),
      version: fc.constantFrom("0.32.15", "0.33.0-rc1", 'a "b"'),
    },
    { requiredKeys: ["at", "state"] },
  )
  .map((sample) => sample as Sample);

test("what is written is read", () => {
  fc.assert(
    fc.property(fc.array(anySample, { maxLength: 50 }), (made) => {
      const samples = made.toSorted((one, other) => one.at - other.at);
      const events: readonly ServerEvent[] = [
        { kind: "state", at: 5, from: "connected", to: "unreachable", cause: "timeout", lastAt: 3 },
        { kind: "version", at: 6, from: "0.32.15", to: "0.33.0" },
        { kind: "address", at: 7, from: "http://10.0.0.5:11434" },
      ];
      writeServerHistory(server, { samples, events, version: "0.33.0" }, items);
      expect(readServerHistory(server, items)).toEqual({ samples, events, version: "0.33.0" });
    }),
  );
});

test("a whole day of one server takes less than 48 kB", () => {
  const samples = Array.from({ length: 1440 }, (_, index): Sample => {
    return { at: 1_800_000_000_000 + index * 61_000, state: "connected", latencyMs: 180, version: "0.32.15" };
  });
  writeServerHistory(server, { samples, events: [] }, items);
  const [text = ""] = map.values();
  // Two bytes a character in the browser.
  expect(text.length * 2).toBeLessThan(48_000);
  expect(readServerHistory(server, items).samples).toHaveLength(1440);
});

test("the newest two hundred events are kept", () => {
  const events = Array.from({ length: 250 }, (_, at): ServerEvent => ({ kind: "address", at, from: "x" }));
  writeServerHistory(server, { samples: [], events }, items);
  expect(readServerHistory(server, items).events.map(({ at }) => at)).toEqual(
    Array.from({ length: 200 }, (_, index) => index + 50),
  );
});

test("what is broken, or of a later version, costs nothing else", () => {
  const key = `candor.server-history.${server}`;
  map.set(key, "{not json");
  expect(readServerHistory(server, items)).toEqual(noHistory);
  const states = ["connected", "asleep"];
  const events = [{ kind: "moon", at: 1 }, { kind: "address", at: 2, from: "x" }, 7];
  const samples = [
    [60, 0, 3, 0],
    [60, 1, -1, -1],
    [60, 0, 5, -1],
  ];
  map.set(key, JSON.stringify({ states, versions: ["0.32.15"], samples, events }));
  expect(readServerHistory(server, items)).toEqual({
    samples: [
      { at: 60_000, state: "connected", latencyMs: 3, version: "0.32.15" },
      { at: 180_000, state: "connected", latencyMs: 5 },
    ],
    events: [{ kind: "address", at: 2, from: "x" }],
    version: undefined,
  });
});

test("servers are apart, and are forgotten one by one or all", () => {
  map.set("candor.settings", "{}");
  writeServerHistory(server, { samples: [], events: [], version: "1" }, items);
  writeServerHistory("http://other", { samples: [], events: [], version: "2" }, items);
  expect(serversWithHistory(items)).toEqual([server, "http://other"]);
  clearServerHistory(server, items);
  expect(readServerHistory(server, items)).toEqual(noHistory);
  expect(readServerHistory("http://other", items).version).toBe("2");
  clearServerHistories(items);
  expect([...map.keys()]).toEqual(["candor.settings"]);
});

test("without storage there is no history, and no error", () => {
  expect(writeServerHistory(server, noHistory, undefined)).toBe(false);
  expect(readServerHistory(server, undefined)).toEqual(noHistory);
});
