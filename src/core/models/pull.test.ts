import { describe, expect, it } from "vitest";
import type { ProgressLine } from "./progress-line.ts";
import { noProgress, type PullProgress, reducePull } from "./pull.ts";
import { createSpeed } from "./speed.ts";

const traces = import.meta.glob<{
  case: string;
  response: { status: number; chunks: { text: string }[] };
}>("/e2e/fixtures/traces/pull-*.json", { eager: true, import: "default" });

const recorded = Object.values(traces)
  .map(({ case: name, response }) => ({
    name,
    lines: response.chunks
      .flatMap(({ text }) => text.split("\n"))
      .filter(Boolean)
      .map((line) => JSON.parse(line) as ProgressLine & { error?: string })
      .filter(({ error, status }) => error === undefined && status !== undefined),
  }))
  .filter(({ lines }) => lines.length > 0);

function fold(lines: readonly ProgressLine[]): PullProgress[] {
  let progress = noProgress;
  return lines.map((line) => (progress = reducePull(progress, line)));
}

const layer = (digest: string, total: number, completed?: number): ProgressLine => ({
  status: `pulling ${digest}`,
  digest,
  total,
  ...(completed !== undefined && { completed }),
});

describe("recorded pulls", () => {
  it("are there", () => expect(recorded.length).toBeGreaterThan(6));

  it.each(recorded)("$name: what is shown never goes back, 100 comes with success alone", ({ lines }) => {
    let before: PullProgress = noProgress;
    for (const progress of fold(lines)) {
      expect(progress.percent ?? 0).toBeGreaterThanOrEqual(before.percent ?? 0);
      expect(progress.completed).toBeGreaterThanOrEqual(before.completed);
      expect(progress.transferred).toBeGreaterThanOrEqual(before.transferred);
      expect(progress.completed).toBeLessThanOrEqual(progress.total);
      expect(progress.percent === 100).toBe(progress.phase === "success");
      before = progress;
    }
    expect(before.phase === "success").toBe(lines.at(-1)?.status === "success");
  });

  it("stall: numbers that fall back are a retry", () => {
    const stalled = recorded.find(({ name }) => name === "pull-stall")?.lines ?? [];
    const states = fold(stalled);
    const back = stalled.findIndex(
      ({ completed = 0 }, index) => completed < (stalled[index - 1]?.completed ?? 0),
    );
    expect([states[back - 1]?.isRetrying, states[back]?.isRetrying, states.at(-1)?.isRetrying]).toEqual([
      false,
      true,
      false,
    ]);
    expect(states[back]?.completed).toBe(stalled[back - 1]?.completed);
    const again = stalled.reduce((sum, { completed = 0, digest }, index) => {
      const last = stalled[index - 1];
      return sum + (last?.digest === digest ? Math.max(0, completed - (last?.completed ?? 0)) : 0);
    }, 0);
    expect(states.at(-1)?.transferred).toBe(again);
  });
});

describe("a pull", () => {
  it("has no percent before a total is known", () => {
    const [manifest] = fold([{ status: "pulling manifest" }]);
    expect(manifest).toBe(noProgress);
    expect(fold([layer("a", 100)]).at(-1)).toMatchObject({ phase: "downloading", percent: 0, total: 100 });
  });

  it("completes a layer when the next one or the check begins", () => {
    const states = fold([layer("a", 100, 60), layer("b", 100, 10), { status: "verifying sha256 digest" }]);
    expect(states.map(({ completed, phase }) => [phase, completed])).toEqual([
      ["downloading", 60],
      ["downloading", 110],
      ["verifying", 200],
    ]);
    expect(states.at(-1)?.percent).toBe(99);
  });

  it("keeps its percent when a later layer makes the total grow", () => {
    expect(fold([layer("a", 100, 90), layer("b", 900, 0)]).map(({ percent }) => percent)).toEqual([90, 90]);
  });

  it("goes through its phases", () => {
    const statuses = ["verifying sha256 digest", "writing manifest", "removing unused layers", "success"];
    const states = fold(statuses.map((status) => ({ status })));
    expect(states.map(({ phase }) => phase)).toEqual(["verifying", "writing", "cleaning", "success"]);
    expect(states.at(-1)?.percent).toBe(100);
  });

  it("is the same object when a line says nothing new", () => {
    const progress = reducePull(noProgress, layer("a", 100, 10));
    expect(reducePull(progress, layer("a", 100, 10))).toBe(progress);
    expect(reducePull(progress, { status: "something new" })).toBe(progress);
  });

  it("does not count what was there before as transferred", () => {
    expect(fold([layer("a", 100, 100), layer("b", 100, 50), layer("b", 100, 70)]).at(-1)?.transferred).toBe(
      20,
    );
  });
});

describe("speed", () => {
  it("is the mean of a window, and falls in a stall", () => {
    const speed = createSpeed(8_000);
    expect([speed.bytesPerSecond(0), speed.stalledMs(0)]).toEqual([undefined, 0]);
    for (let at = 0; at <= 20_000; at += 60) speed.add(at * 5, at);
    expect(speed.bytesPerSecond(20_000)).toBeCloseTo(5_000, -2);
    expect(speed.secondsLeft(50_000, 20_000)).toBeCloseTo(10, 0);
    for (let at = 20_060; at <= 24_000; at += 60) speed.add(19_980 * 5, at);
    expect(speed.bytesPerSecond(24_000)).toBeLessThan(3_000);
    expect(speed.stalledMs(24_000)).toBeGreaterThan(3_900);
    expect(speed.bytesPerSecond(40_000)).toBe(0);
    expect(speed.secondsLeft(1, 40_000)).toBeUndefined();
  });
});
