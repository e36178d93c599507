import { describe, expect, it } from "vitest";
import { leavesIn, likelyUnloaded, memoryOf } from "./in-memory.ts";
import type { RunningModel } from "./model.ts";

const now = Date.UTC(2026, 4, 1);
const model = (name: string, expiresAt: number, size = 100, sizeVram = 0): RunningModel => ({
  name,
  digest: name,
  size,
  sizeVram,
  expiresAt,
});
const forever = Date.parse("2318-08-03T12:00:00Z");

describe("leavesIn", () => {
  it("counts down to the time that the server tells", () => {
    expect(leavesIn(model("a", now + 5000), now)).toBe(5000);
  });

  it("takes a time 292 years ahead for always", () => {
    expect(leavesIn(model("a", forever), now)).toBe("never");
  });

  it("makes nothing of a time in the past", () => {
    expect(leavesIn(model("a", now - 1), now)).toBe("unknown");
  });
});

describe("likelyUnloaded", () => {
  it("is the one that leaves soonest", () => {
    const running = [model("late", now + 9000), model("soon", now + 10), model("always", forever)];
    expect(likelyUnloaded(running, now)?.name).toBe("soon");
  });

  it("takes one that stays for good before one that answers now", () => {
    expect(likelyUnloaded([model("busy", now - 1), model("always", forever)], now)?.name).toBe("always");
  });

  it("is nobody where memory is empty", () => {
    expect(likelyUnloaded([], now)).toBeUndefined();
  });
});

describe("memoryOf", () => {
  it("sums what is on GPUs and what is not", () => {
    const running = [model("a", now, 100, 100), model("b", now, 50, 20), model("c", now, 7, 0)];
    expect(memoryOf(running)).toEqual({ gpu: 120, system: 37 });
  });
});
