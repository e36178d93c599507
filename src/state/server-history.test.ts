import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { noHistory, writeServerHistory } from "#src/storage/server-history.ts";
import { useConnections } from "./connections.ts";
import type { Connection } from "./monitor.ts";
import {
  clearAllHistory,
  clearHistory,
  moveHistory,
  recordHistory,
  serverHistory,
  useServerHistories,
} from "./server-history.ts";

const here = "http://localhost:11434";
const far = "http://10.0.0.9:11434";
let kept: Map<string, string>;
let stop = () => {};

beforeEach(() => {
  kept = new Map();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    key: (index: number) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size;
    },
  });
  useConnections.setState({ connections: new Map() });
  useServerHistories.setState({ histories: new Map() });
});

afterEach(() => {
  stop();
  vi.unstubAllGlobals();
});

const up = (seconds: number, version = "0.32.15"): Connection => ({
  status: "connected",
  version,
  finding: { kind: "connected", version },
  checkedAt: seconds * 1000 + 7,
  latencyMs: 3.4,
});
const down = (seconds: number): Connection => ({
  status: "unreachable",
  finding: { kind: "timeout", afterMs: 4000 },
  checkedAt: seconds * 1000,
});

function check(url: string, found: Connection): void {
  const { connections } = useConnections.getState();
  useConnections.setState({ connections: new Map(connections).set(url, found) });
}

test("checks are kept, with what changed between them, each server apart", () => {
  check(here, up(60));
  stop = recordHistory();
  check(far, up(61, "0.31.0"));
  check(here, down(120));
  check(here, up(121, "0.33.0"));
  expect(serverHistory(here)).toEqual({
    samples: [
      { at: 60_000, state: "connected", latencyMs: 3, version: "0.32.15" },
      { at: 120_000, state: "unreachable" },
      { at: 121_000, state: "connected", latencyMs: 3, version: "0.33.0" },
    ],
    events: [
      { kind: "state", at: 120_000, from: "connected", to: "unreachable", cause: "timeout" },
      { kind: "state", at: 121_000, from: "unreachable", to: "connected" },
      { kind: "version", at: 121_000, from: "0.32.15", to: "0.33.0" },
    ],
    version: "0.33.0",
  });
  expect(serverHistory(far).samples).toHaveLength(1);
  expect(kept.size).toBe(2);
});

test("a check that another tab made is kept by that tab", () => {
  stop = recordHistory();
  check(here, { ...up(60), isHeard: true });
  expect(kept.size).toBe(0);
  // What the other tab kept meanwhile is not written over.
  const sample = { at: 120_000, state: "connected", version: "0.32.15" } as const;
  writeServerHistory(here, { samples: [sample], events: [], version: "0.32.15" });
  check(here, up(180));
  expect(serverHistory(here).samples.map(({ at }) => at)).toEqual([120_000, 180_000]);
});

test("without a network of its own this computer learns nothing of others", () => {
  vi.stubGlobal("navigator", { onLine: false });
  stop = recordHistory();
  check(far, down(60));
  check(here, down(60));
  expect(serverHistory(far)).toEqual(noHistory);
  expect(serverHistory(here).samples).toHaveLength(1);
});

test("where nothing can be kept, the history lasts as long as the page", () => {
  vi.stubGlobal("localStorage", undefined);
  stop = recordHistory();
  check(here, up(60));
  check(here, up(120));
  expect(serverHistory(here).samples).toHaveLength(2);
});

test("a cleared history can be put back, with what came since", () => {
  stop = recordHistory();
  check(here, up(60));
  check(here, down(120));
  const undo = clearHistory(here);
  expect(serverHistory(here)).toEqual(noHistory);
  expect(kept.size).toBe(0);
  check(here, up(121));
  expect(serverHistory(here).events).toEqual([]);
  undo();
  expect(serverHistory(here).samples.map(({ at }) => at)).toEqual([60_000, 120_000, 121_000]);
  expect(serverHistory(here).events).toHaveLength(1);
  clearAllHistory();
  expect(kept.size).toBe(0);
  expect(serverHistory(here)).toEqual(noHistory);
});

test("the history goes with a server to its new address, and says so", () => {
  stop = recordHistory();
  check(here, up(60));
  check(far, up(120));
  moveHistory(here, far, 119_000);
  expect(serverHistory(here)).toEqual(noHistory);
  expect(serverHistory(far)).toMatchObject({
    samples: [{ at: 60_000 }, { at: 120_000 }],
    events: [{ kind: "address", at: 119_000, from: here }],
  });
});
