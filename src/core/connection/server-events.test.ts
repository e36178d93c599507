import { expect, test } from "vitest";
import { eventsBetween } from "./server-events.ts";
import type { Sample } from "./uptime.ts";

const up: Sample = { at: 60_000, state: "connected", version: "0.32.15" };
const next = (change: Partial<Sample>): Sample => ({ ...up, at: 120_000, ...change });

test("a check that finds what the one before found is no event; nor is the first", () => {
  expect(eventsBetween(undefined, undefined, up)).toEqual([]);
  expect(eventsBetween(up, "0.32.15", next({ latencyMs: 900 }))).toEqual([]);
});

test("going down has its cause, coming back has none", () => {
  const { version: _, ...silent } = next({ state: "unreachable" });
  expect(eventsBetween(up, "0.32.15", silent, { kind: "proxy-down", status: 502 })).toEqual([
    { kind: "state", at: 120_000, from: "connected", to: "unreachable", cause: "proxy-down", status: 502 },
  ]);
  const back: Sample = { ...up, at: 130_000 };
  expect(eventsBetween(silent, "0.32.15", back, { kind: "connected", version: "0.32.15" })).toEqual([
    { kind: "state", at: 130_000, from: "unreachable", to: "connected" },
  ]);
});

test("an update while it was down is noticed when it is back", () => {
  const down: Sample = { at: 100_000, state: "unreachable" };
  expect(eventsBetween(down, "0.32.15", next({ version: "0.33.0" }))).toEqual([
    { kind: "state", at: 120_000, from: "unreachable", to: "connected" },
    { kind: "version", at: 120_000, from: "0.32.15", to: "0.33.0" },
  ]);
});

test("what was found after a gap says when somebody looked before", () => {
  const late = next({ at: 7_200_000, state: "unreachable" });
  expect(eventsBetween(up, undefined, late)).toEqual([
    { kind: "state", at: 7_200_000, from: "connected", to: "unreachable", lastAt: 60_000 },
  ]);
});

test("a server that tells no version has none that changes", () => {
  const { version: _, ...silent } = next({});
  expect(eventsBetween(up, "0.32.15", silent)).toEqual([]);
  expect(eventsBetween(up, undefined, next({ version: "1.0.0" }))).toEqual([]);
});
