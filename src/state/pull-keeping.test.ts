import { expect, test, vi } from "vitest";
import { keptPulls } from "./pull-keeping.ts";
import { pullKey } from "./pull-view.ts";
import { cancelPull, goOnWithPull, movePull, pausePull, startPull, usePulls } from "./pulls.ts";
import { changeSettings } from "./settings.ts";
import { streamedLines } from "./streamed-lines.fixture.ts";

const server = "http://localhost:11434";
const keys = ["a", "b", "c", "d"].map((name) => pullKey(server, `${name}:latest`));
const [a = "", , , d = ""] = keys;
const lines = [
  { status: "pulling manifest" },
  { status: "pulling dde5aa3fc5ff", digest: `sha256:${"d".repeat(64)}`, total: 1000, completed: 500 },
];

test("pulls are kept in their order, with what was paused and what only waited", async () => {
  vi.stubGlobal("location", new URL("http://localhost:5173/"));
  vi.stubGlobal("fetch", (url: string, init: RequestInit) =>
    url.endsWith("/api/pull")
      ? Promise.resolve(streamedLines({ lines, end: "hang" }, init.signal))
      : Promise.reject(new TypeError("Failed to fetch")),
  );
  changeSettings({ pullsAtOnce: 2 });
  const kept = async () =>
    (await keptPulls()).map((view) => [view.name, view.status, view.progress.completed, "hasWaited" in view]);

  for (const name of ["a", "b", "c", "d"]) startPull(name, server);
  await vi.waitFor(() => expect(usePulls.getState().pulls.get(a)?.progress.completed).toBe(500));
  movePull(d, -1);
  pausePull(a);
  await vi.waitFor(async () =>
    expect(await kept()).toEqual([
      ["a:latest", "paused", 500, false],
      ["b:latest", "interrupted", 0, false],
      // It took the place that was given away.
      ["d:latest", "interrupted", 0, false],
      ["c:latest", "interrupted", 0, true],
    ]),
  );
  const paused = usePulls.getState().pulls.get(a);
  if (paused) goOnWithPull(paused);
  await vi.waitFor(async () => expect((await kept()).at(-1)).toEqual(["a:latest", "interrupted", 0, false]));
  // The last first, so that none begins in the place of another.
  for (const key of keys.toReversed()) cancelPull(key);
  await vi.waitFor(async () => expect(await kept()).toEqual([]));
});
