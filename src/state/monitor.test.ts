import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Finding } from "#src/core/connection/finding.ts";
import { type Connection, createMonitor } from "./monitor.ts";

const connected: Finding = { kind: "connected", version: "0.32.15" };
const down: Finding = { kind: "unreachable" };

function watched(first: Finding) {
  const world = { finding: first, isVisible: true, shown: [] as Connection["status"][], recoveries: 0 };
  const checkVersion = vi.fn(() => Promise.resolve(world.finding));
  const diagnose = vi.fn(() => Promise.resolve(world.finding));
  const monitor = createMonitor({
    server: () => "http://localhost:11434",
    checkVersion,
    diagnose,
    isVisible: () => world.isVisible,
    publish: ({ status }) => world.shown.push(status),
    onConnected: () => (world.recoveries += 1),
  });
  return { world, checkVersion, diagnose, monitor };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test("while the server answers it is asked once a minute, cheaply, and never shown as being checked", async () => {
  const { world, checkVersion, diagnose, monitor } = watched(connected);
  await monitor.check();
  await vi.advanceTimersByTimeAsync(180_000);
  expect(checkVersion).toHaveBeenCalledTimes(4);
  expect(diagnose).not.toHaveBeenCalled();
  expect(new Set(world.shown)).toEqual(new Set(["connected"]));
  expect(world.recoveries).toBe(1);
});

test("after a failure it is asked after 1, 2, 5 and 10 s, then each minute", async () => {
  const { checkVersion, diagnose, monitor } = watched(down);
  await monitor.check();
  const calls = [];
  for (const seconds of [1, 2, 5, 10, 60, 60]) {
    await vi.advanceTimersByTimeAsync(seconds * 1000 - 1);
    const before = checkVersion.mock.calls.length;
    await vi.advanceTimersByTimeAsync(1);
    calls.push(checkVersion.mock.calls.length - before);
  }
  expect(calls).toEqual([1, 1, 1, 1, 1, 1]);
  expect(diagnose).toHaveBeenCalledTimes(7);
});

test("a server that comes back is told once, and the pace is steady again", async () => {
  const { world, checkVersion, monitor } = watched(down);
  await monitor.check();
  world.finding = connected;
  await vi.advanceTimersByTimeAsync(1000);
  expect(world.shown).toEqual(["unreachable", "connected"]);
  expect(world.recoveries).toBe(1);
  await vi.advanceTimersByTimeAsync(59_000);
  expect(checkVersion).toHaveBeenCalledTimes(2);
});

test("a hidden page asks nothing", async () => {
  const { world, checkVersion, monitor } = watched(down);
  world.isVisible = false;
  await monitor.check();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(checkVersion).toHaveBeenCalledTimes(1);
});

test("calls while a check is under way join it; a diagnosis replaces it", async () => {
  const { checkVersion, diagnose, monitor } = watched(connected);
  await Promise.all([monitor.check(), monitor.check(), monitor.diagnose(), monitor.check()]);
  expect(checkVersion).toHaveBeenCalledTimes(1);
  expect(diagnose).toHaveBeenCalledTimes(1);
});

test("a refused preflight is looked at again with a whole diagnosis", async () => {
  const { world, checkVersion, monitor } = watched({ kind: "writes-blocked", version: "0.32.15" });
  await monitor.diagnose();
  world.finding = connected;
  await monitor.check();
  expect(checkVersion).not.toHaveBeenCalled();
  expect(world.shown).toEqual(["origin refused", "connected"]);
});

test("what an abandoned check finds of the server before is not shown", async () => {
  const { world, monitor } = watched(down);
  const before = monitor.check();
  monitor.reset();
  world.finding = connected;
  await before;
  await vi.advanceTimersByTimeAsync(0);
  expect(world.shown[0]).toBe("checking");
  expect(world.shown.at(-1)).toBe("connected");
  monitor.stop();
});
