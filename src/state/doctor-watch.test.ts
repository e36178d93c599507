import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Finding } from "#src/core/connection/finding.ts";
import { createDoctor, type Examination } from "./doctor-watch.ts";

const url = "http://localhost:11434";
const down: Finding = { kind: "unreachable" };
const well: Finding = { kind: "connected", version: "0.33.0" };
const page = { origin: "http://localhost:5173", isSecure: false, kind: "loopback" } as const;

function ward(first: Finding) {
  const world = { finding: first, isVisible: true, shown: [] as Examination[] };
  const ask = vi.fn((_url: string): Promise<Finding | undefined> => Promise.resolve(world.finding));
  const doctor = createDoctor({
    test: ask,
    isVisible: () => world.isVisible,
    publish: (examination) => world.shown.push(examination),
  });
  const now = () => world.shown.at(-1);
  return { world, ask, doctor, now };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test("a server that fails is asked after 2, 5, 10, 20, 30 s, then each minute, and the time of the next is told", async () => {
  const { ask, doctor, now } = ward(down);
  doctor.open(url);
  await vi.advanceTimersByTimeAsync(0);
  for (const seconds of [2, 5, 10, 20, 30, 60, 60]) {
    const before = ask.mock.calls.length;
    expect(now()).toMatchObject({ isTesting: false, finding: down, nextAt: Date.now() + seconds * 1000 });
    await vi.advanceTimersByTimeAsync(seconds * 1000 - 1);
    expect(ask).toHaveBeenCalledTimes(before);
    await vi.advanceTimersByTimeAsync(1);
    expect(ask).toHaveBeenCalledTimes(before + 1);
  }
});

test("a server that answers is asked each minute, and soon after it fails", async () => {
  const { world, ask, doctor } = ward(well);
  doctor.open(url);
  await vi.advanceTimersByTimeAsync(59_999);
  expect(ask).toHaveBeenCalledTimes(1);
  world.finding = down;
  await vi.advanceTimersByTimeAsync(1 + 2_000);
  expect(ask).toHaveBeenCalledTimes(3);
});

test("a hidden page asks nothing and promises nothing; one that is seen again asks at once", async () => {
  const { world, ask, doctor, now } = ward(down);
  doctor.open(url);
  await vi.advanceTimersByTimeAsync(0);
  world.isVisible = false;
  doctor.follow();
  expect(now()).not.toHaveProperty("nextAt");
  await vi.advanceTimersByTimeAsync(600_000);
  expect(ask).toHaveBeenCalledTimes(1);
  world.isVisible = true;
  doctor.follow();
  await vi.advanceTimersByTimeAsync(0);
  expect(ask).toHaveBeenCalledTimes(2);
});

test("what was found stays while it is asked again, and not for another server", async () => {
  const { world, doctor, now } = ward(down);
  doctor.open(url);
  await vi.advanceTimersByTimeAsync(0);
  world.finding = well;
  const asked = doctor.examine();
  expect(now()).toMatchObject({ isTesting: true, finding: down });
  await asked;
  expect(now()).toMatchObject({ isTesting: false, finding: well });
  doctor.open("http://other:11434");
  expect(now()).toEqual({ url: "http://other:11434", isTesting: true });
});

test("an answer that comes after another server was opened, or none is, is dropped", async () => {
  const { ask, doctor, now } = ward(down);
  let answer: (finding: Finding) => void = () => {};
  ask.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
  doctor.open("http://first:11434");
  doctor.open(url);
  await vi.advanceTimersByTimeAsync(0);
  answer(well);
  await vi.advanceTimersByTimeAsync(0);
  expect(now()).toMatchObject({ url, finding: down });
  doctor.close();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(ask).toHaveBeenCalledTimes(2);
});

test("a test that something overtakes is begun anew, and what it found is not shown", async () => {
  const { world, ask, doctor, now } = ward(down);
  let answer: (finding: Finding) => void = () => {};
  ask.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
  doctor.open(url);
  world.finding = well;
  // Another key is tried, or the permission was given.
  void doctor.examine();
  void doctor.examine();
  expect(ask).toHaveBeenCalledTimes(1);
  answer(down);
  await vi.advanceTimersByTimeAsync(0);
  expect(ask).toHaveBeenCalledTimes(2);
  expect(now()).toMatchObject({ isTesting: false, finding: well });
  expect(world.shown.some(({ finding }) => finding === down)).toBe(false);
});

test("one that is closed and opened again meanwhile does not show what was found before", async () => {
  const { world, ask, doctor, now } = ward(down);
  let answer: (finding: Finding) => void = () => {};
  ask.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
  doctor.open(url);
  doctor.close();
  doctor.open(url);
  expect(now()).toMatchObject({ url, isTesting: true });
  world.finding = well;
  answer(down);
  await vi.advanceTimersByTimeAsync(0);
  expect(now()).toMatchObject({ isTesting: false, finding: well });
  expect(ask).toHaveBeenCalledTimes(2);
});

test("what a monitor finds is shown where it is a diagnosis, and looked into where it is a cheap check that says otherwise", async () => {
  const { world, ask, doctor, now } = ward(down);
  doctor.open(url);
  await vi.advanceTimersByTimeAsync(0);
  doctor.hear(url, { ...down });
  doctor.hear("http://other:11434", well);
  expect(ask).toHaveBeenCalledTimes(1);
  world.finding = well;
  doctor.hear(url, { ...well });
  await vi.advanceTimersByTimeAsync(0);
  expect(ask).toHaveBeenCalledTimes(2);
  expect(now()).toMatchObject({ finding: well });
  const whole: Finding = { ...down, causes: [], evidence: { url, page, steps: [] } };
  doctor.hear(url, whole);
  expect(now()?.finding).toBe(whole);
  expect(ask).toHaveBeenCalledTimes(2);
});
