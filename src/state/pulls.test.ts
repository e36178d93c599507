import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { type FakeOllama, startFakeOllama } from "../../e2e/support/fake-ollama.ts";
import { pullScenarios } from "../../e2e/support/pull-scenarios.ts";
import { invalidateModels, modelsQuery, queryClient } from "./models.ts";
import { pullKey, type PullView } from "./pull-view.ts";
import { cancelPull, dismissPull, startPull, usePulls } from "./pulls.ts";

let fake: FakeOllama;

beforeAll(async () => {
  vi.stubGlobal("document", { visibilityState: "hidden" });
  vi.stubGlobal("location", new URL("http://localhost:5173/"));
  fake = await startFakeOllama({ speed: 20 });
});
afterEach(() => {
  for (const key of usePulls.getState().pulls.keys()) dismissPull(key);
});
afterAll(() => fake.close());

/** All states of a pull up to one of those. */
function until(name: string, ...ends: PullView["status"][]): Promise<PullView[]> {
  const key = pullKey(fake.url, name);
  const seen: PullView[] = [];
  return new Promise((resolve) => {
    const stop = usePulls.subscribe(({ pulls }) => {
      const view = pulls.get(key);
      if (!view || view === seen.at(-1)) return;
      seen.push(view);
      if (!ends.includes(view.status)) return;
      stop();
      resolve(seen);
    });
  });
}

test("a pull grows, never goes back, and is done when the model can be chosen", async () => {
  const query = modelsQuery(fake.url);
  await queryClient.fetchQuery(query);
  fake.scriptPull(pullScenarios.fallsBack);
  const seen = until("new-model:latest", "done", "failed");
  startPull("new-model", fake.url);
  startPull("new-model:latest", fake.url);
  const views = await seen;
  expect(views.at(-1)?.status).toBe("done");
  expect(queryClient.getQueryData(query.queryKey)?.map(({ name }) => name)).toContain("new-model:latest");
  const percents = views.flatMap(({ progress }) => progress.percent ?? []);
  expect(percents).toEqual([...percents].sort((a, b) => a - b));
  expect(
    views
      .filter(({ progress }) => progress.percent === 100)
      .every(({ progress }) => progress.phase === "success"),
  ).toBe(true);
  expect(fake.requestsTo("/api/pull")).toHaveLength(1);
});

test("a cancelled pull ends its request, and can be taken up again", async () => {
  fake.scriptPull({ ...pullScenarios.slow, bytesPerSecond: 20_000 });
  const cancelled = until("slow:latest", "cancelled", "failed", "done");
  const stop = usePulls.subscribe(({ pulls }) => {
    const view = pulls.get(pullKey(fake.url, "slow:latest"));
    if (view && view.progress.completed > 0) cancelPull(view.key);
  });
  startPull("slow", fake.url);
  expect((await cancelled).at(-1)?.status).toBe("cancelled");
  stop();
  await vi.waitFor(() => expect(fake.requestsTo("/api/pull").at(-1)?.aborted).toBe(true));
  fake.scriptPull(pullScenarios.quick);
  const again = until("slow:latest", "done", "failed");
  await vi.waitFor(() => {
    startPull("slow", fake.url);
    expect(usePulls.getState().pulls.get(pullKey(fake.url, "slow:latest"))?.status).toBe("running");
  });
  expect((await again).at(-1)?.status).toBe("done");
});

test("an error line is an error, in the server's words", async () => {
  fake.scriptPull(pullScenarios.diskFull);
  const seen = until("big:latest", "done", "failed");
  startPull("big", fake.url);
  expect((await seen).at(-1)).toMatchObject({
    status: "failed",
    error: { kind: "in-stream", message: expect.stringContaining("no space left") },
  });
});

test("a server that goes away in the middle is no success", async () => {
  fake.scriptPull({ ...pullScenarios.slow, bytesPerSecond: 20_000 });
  const seen = until("lost:latest", "done", "failed");
  startPull("lost", fake.url);
  await vi.waitFor(() =>
    expect(
      usePulls.getState().pulls.get(pullKey(fake.url, "lost:latest"))?.progress.completed,
    ).toBeGreaterThan(0),
  );
  await fake.close();
  expect((await seen).at(-1)).toMatchObject({ status: "failed", error: { kind: "cut" } });
  await fake.restart();
  await invalidateModels(fake.url);
});
