import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Finding } from "#src/core/connection/finding.ts";
import { type Connection, createMonitor } from "./monitor.ts";

const connected: Finding = { kind: "connected", version: "0.32.15" };
const down: Finding = { kind: "unreachable" };

function watched(first: Finding) {
  const world = {
    finding: first,
    isVisible: true,
    shown: [] as Connection["status"][],
    last: undefined as Connection | undefined,
    recoveries: 0,
  };
  const checkVersion = vi.fn(() => Promise.resolve(world.finding));
  const diagnose = vi.fn(() => Promise.resolve(world.finding));
  const monitor = createMonitor({
    server: () => "http://localhost:11434",
    checkVersion,
    diagnose,
    isVisible: () => world.isVisible,
    publish: (connection) => {
      world.shown.push(connection.status);
      world.last = connection;
    },
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

test("a check that was asked before the network was back is given up for one that is asked anew", async () => {
  const { world, checkVersion, monitor } = watched(down);
  checkVersion.mockImplementationOnce(() => new Promise(() => {}));
  void monitor.check();
  world.finding = connected;
  monitor.checkAnew();
  await vi.advanceTimersByTimeAsync(0);
  expect(world.shown).toEqual(["connected"]);
  monitor.stop();
});

test("who asked for a diagnosis that is given up for a new one is told what that finds", async () => {
  const { world, checkVersion, diagnose, monitor } = watched(down);
  diagnose.mockImplementationOnce(
    (...[, signal]: unknown[]) =>
      new Promise((_, reject) =>
        (signal as AbortSignal).addEventListener("abort", () => reject(new Error())),
      ),
  );
  const asked = monitor.diagnose();
  monitor.checkAnew();
  expect(await asked).toEqual(down);
  expect(world.shown).toEqual(["unreachable"]);
  expect(diagnose).toHaveBeenCalledTimes(2);
  expect(checkVersion).not.toHaveBeenCalled();
  monitor.stop();
});

test("a check that was asked anew is not given up for another", () => {
  const { checkVersion, monitor } = watched(down);
  checkVersion.mockImplementation(() => new Promise(() => {}));
  for (let turn = 0; turn < 5; turn += 1) monitor.checkAnew();
  expect(checkVersion).toHaveBeenCalledTimes(1);
  monitor.stop();
});

test("a refused preflight is looked at again with a whole diagnosis", async () => {
  const { world, checkVersion, monitor } = watched({ kind: "writes-blocked", version: "0.32.15" });
  await monitor.diagnose();
  world.finding = connected;
  await monitor.check();
  expect(checkVersion).not.toHaveBeenCalled();
  expect(world.shown).toEqual(["origin refused", "connected"]);
});

test("what an abandoned check finds is not shown", async () => {
  const { world, monitor } = watched(down);
  const before = monitor.check();
  monitor.stop();
  world.finding = connected;
  await before;
  await monitor.check();
  expect(world.shown).toEqual(["connected"]);
  monitor.stop();
});

test("the time from question to answer is measured where the server answers, and only there", async () => {
  const { world, checkVersion, monitor } = watched(connected);
  const answered = async () => {
    await new Promise((resolve) => setTimeout(resolve, 40));
    return world.finding;
  };
  checkVersion.mockImplementation(answered);
  const first = monitor.check();
  await vi.advanceTimersByTimeAsync(40);
  await first;
  expect(world.last?.latencyMs).toBe(40);
  world.finding = down;
  const second = monitor.check();
  await vi.advanceTimersByTimeAsync(40);
  await second;
  expect(world.last).not.toHaveProperty("latencyMs");
  monitor.stop();
});

test("an answer that came after the computer slept was not slow", async () => {
  const { world, checkVersion, monitor } = watched(connected);
  checkVersion.mockImplementation(async () => {
    await new Promise((resolve) => setTimeout(resolve, 3_600_000));
    return world.finding;
  });
  const check = monitor.check();
  await vi.advanceTimersByTimeAsync(3_600_000);
  await check;
  expect(world.last?.status).toBe("connected");
  expect(world.last).not.toHaveProperty("latencyMs");
  monitor.stop();
});

test("a check that another tab made is not made again", async () => {
  const { world, checkVersion, monitor } = watched(connected);
  await monitor.check();
  for (let minute = 0; minute < 10; minute += 1) {
    await vi.advanceTimersByTimeAsync(58_000);
    monitor.hear({ isConnected: true, version: "0.33.0", latencyMs: 7 }, 3000);
  }
  expect(checkVersion).toHaveBeenCalledTimes(1);
  expect(world.last).toMatchObject({ version: "0.33.0", latencyMs: 7, isHeard: true });
  // The other tab is gone.
  await vi.advanceTimersByTimeAsync(63_000);
  expect(checkVersion).toHaveBeenCalledTimes(2);
  expect(world.last).not.toHaveProperty("isHeard");
  monitor.stop();
});

test("a failure that another tab saw is looked at here, and not believed", async () => {
  const { world, checkVersion, monitor } = watched(connected);
  await monitor.check();
  monitor.hear({ isConnected: false, version: "", latencyMs: undefined }, 3000);
  expect(world.last?.status).toBe("connected");
  await vi.advanceTimersByTimeAsync(3000);
  expect(checkVersion).toHaveBeenCalledTimes(2);
  monitor.stop();
});

test("what another tab heard does not open what is refused to this one", async () => {
  const { world, monitor } = watched({ kind: "writes-blocked", version: "0.32.15" });
  await monitor.diagnose();
  monitor.hear({ isConnected: true, version: "0.32.15", latencyMs: 3 }, 3000);
  expect(world.shown).toEqual(["origin refused"]);
  monitor.stop();
});

test("a monitor that goes on asks at once only what is due", async () => {
  const { world, checkVersion, monitor } = watched(connected);
  await monitor.check();
  monitor.stop();
  await vi.advanceTimersByTimeAsync(30_000);
  monitor.resume();
  await vi.advanceTimersByTimeAsync(0);
  expect(checkVersion).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(checkVersion).toHaveBeenCalledTimes(2);
  monitor.stop();
  await vi.advanceTimersByTimeAsync(90_000);
  monitor.resume();
  await vi.advanceTimersByTimeAsync(0);
  expect(checkVersion).toHaveBeenCalledTimes(3);
  expect(world.shown).toEqual(["connected", "connected", "connected"]);
  monitor.stop();
});
