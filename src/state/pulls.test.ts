import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { modelsQuery, queryClient } from "./models.ts";
import { pullKey, type PullView } from "./pull-view.ts";
import { useNotices } from "./notices.ts";
import { usePullHistory } from "./pull-history.ts";
import { updateModels } from "./pull-updates.ts";
import { cancelPull, dismissPull, goOnWithPull, movePull, pausePull, startPull, usePulls } from "./pulls.ts";
import { changeSettings } from "./settings.ts";
import { type Answer, streamedLines } from "./streamed-lines.fixture.ts";

const server = "http://localhost:11434";
const digest = "sha256:dde5aa3fc5ffc17176b5e8bdc82f587b24b2678c6c66101bf7da77af9f7ccdff";
const layer = (completed: number) => ({ status: "pulling dde5aa3fc5ff", digest, total: 1000, completed });
const manifest = { status: "pulling manifest" };
const rest = [{ status: "verifying sha256 digest" }, { status: "writing manifest" }, { status: "success" }];

let answer: Answer = { lines: [] };
let installed: string[] = [];
const digests = new Map<string, string>();
let pulls = 0;
/** What each pull of a name turns its digest into. */
let published: Record<string, string> = {};
let asked: string[] = [];

/** A server that pulls as `answer` says, some milliseconds a line, and lists what it has. */
function serve(url: string, init: RequestInit): Promise<Response> {
  if (url.endsWith("/api/tags")) {
    return Promise.resolve(
      Response.json({
        models: installed.map((name) => ({ name, model: name, size: 1, digest: digests.get(name) ?? "" })),
      }),
    );
  }
  if (!url.endsWith("/api/pull")) return Promise.reject(new TypeError("Failed to fetch"));
  pulls += 1;
  const { lines } = answer;
  const { model } = JSON.parse(String(init.body)) as { model: string };
  asked.push(model);
  const onLine = (line?: object) => {
    if (line || !lines.includes(rest[2] as object)) return;
    installed = [...new Set([...installed, model])];
    digests.set(model, published[model] ?? "");
  };
  return Promise.resolve(streamedLines(answer, init.signal, { everyMs: 20, onLine }));
}

beforeEach(() => {
  vi.stubGlobal("location", new URL("http://localhost:5173/"));
  vi.stubGlobal("fetch", serve);
  installed = ["llama3.2:latest"];
  pulls = 0;
  asked = [];
  published = {};
  digests.clear();
  changeSettings({ pullsAtOnce: 2 });
});
afterEach(async () => {
  // The last first, so that none begins in the place of another.
  for (const key of [...usePulls.getState().pulls.keys()].toReversed()) {
    cancelPull(key);
    dismissPull(key);
  }
  // What they leave in the history comes once they have let go.
  await new Promise((resolve) => setTimeout(resolve, 50));
  usePullHistory.setState({ past: [] });
  useNotices.setState({ notices: [] });
  vi.unstubAllGlobals();
});

/** All states of a pull up to its end. */
function pullToEnd(name: string, at?: (view: PullView) => void): Promise<PullView[]> {
  const seen: PullView[] = [];
  return new Promise((resolve) => {
    const stop = usePulls.subscribe((state) => {
      const view = state.pulls.get(pullKey(server, name));
      if (!view || view === seen.at(-1)) return;
      seen.push(view);
      at?.(view);
      if (view.status === "running" || view.status === "queued") return;
      stop();
      resolve(seen);
    });
    startPull(name, server);
  });
}

test("a pull never goes back, is 100 % at its success alone, and is done when the model can be chosen", async () => {
  const query = modelsQuery(server);
  await queryClient.fetchQuery(query);
  answer = { lines: [manifest, layer(100), layer(900), layer(50), layer(999), layer(1000), ...rest] };
  const views = await pullToEnd("new:latest");
  expect(views.at(-1)?.status).toBe("done");
  expect(queryClient.getQueryData(query.queryKey)?.map(({ name }) => name)).toContain("new:latest");
  const percents = views.flatMap(({ progress }) => progress.percent ?? []);
  expect(percents.every((percent, index) => percent >= (percents[index - 1] ?? 0))).toBe(true);
  expect(
    views.filter(({ progress }) => progress.percent === 100).map(({ progress }) => progress.phase),
  ).not.toContain("downloading");
});

test("a model that is being pulled is not pulled twice", async () => {
  answer = { lines: [manifest, layer(1000), ...rest] };
  const ended = pullToEnd("twice:latest");
  startPull("Twice", server);
  await ended;
  expect(pulls).toBe(1);
});

test("a cancelled pull ends at once, and can be taken up again", async () => {
  answer = { lines: [manifest, layer(500)], end: "hang" };
  const cancelled = await pullToEnd(
    "slow:latest",
    (view) => view.progress.completed > 0 && cancelPull(view.key),
  );
  expect(cancelled.at(-1)).toMatchObject({ status: "cancelled", progress: { completed: 500 } });
  await new Promise((resolve) => setTimeout(resolve, 0));
  answer = { lines: [manifest, layer(1000), ...rest] };
  expect((await pullToEnd("slow:latest")).at(-1)?.status).toBe("done");
});

test("an error line is an error, in the server's words", async () => {
  const message = "write /models/blobs/x: no space left on device";
  answer = { lines: [manifest, layer(10), { error: message }] };
  expect((await pullToEnd("big:latest")).at(-1)).toMatchObject({
    status: "failed",
    error: { kind: "in-stream", message },
  });
});

test.each([
  ["ends without success", "close", "ended"],
  ["breaks", "break", "broken"],
] as const)("a stream that %s is no success", async (_name, end, how) => {
  answer = { lines: [manifest, layer(10)], end };
  expect((await pullToEnd("lost:latest")).at(-1)).toMatchObject({
    status: "failed",
    error: { kind: "cut", how },
  });
});

const hanging: Answer = { lines: [manifest, layer(500)], end: "hang" };
const whole: Answer = { lines: [manifest, layer(1000), ...rest] };
const names = ["a:latest", "b:latest", "c:latest", "d:latest"];

function viewOf(name: string): PullView | undefined {
  return usePulls.getState().pulls.get(pullKey(server, name));
}

/** Names of those that wait, in their order. */
function waiting(): string[] {
  return [...usePulls.getState().pulls.values()].flatMap((view) =>
    view.status === "queued" ? [`${view.position} ${view.name}`] : [],
  );
}

describe("the queue", () => {
  beforeEach(() => {
    answer = hanging;
    for (const name of names) startPull(name, server);
  });

  test("lets as many run as the settings say, and more when they say more", async () => {
    await vi.waitFor(() => expect(asked).toEqual(["a:latest", "b:latest"]));
    expect(waiting()).toEqual(["1 c:latest", "2 d:latest"]);
    changeSettings({ pullsAtOnce: 3 });
    await vi.waitFor(() => expect(asked).toEqual(["a:latest", "b:latest", "c:latest"]));
    expect(waiting()).toEqual(["1 d:latest"]);
  });

  test("goes by its order, which can be changed up to its ends", async () => {
    const last = pullKey(server, "d:latest");
    movePull(last, 1);
    expect(waiting()).toEqual(["1 c:latest", "2 d:latest"]);
    movePull(last, -1);
    movePull(last, -1);
    expect(waiting()).toEqual(["1 d:latest", "2 c:latest"]);
    cancelPull(pullKey(server, "a:latest"));
    await vi.waitFor(() => expect(asked).toContain("d:latest"));
    expect(asked).not.toContain("c:latest");
  });

  test("a pause gives the place away, and going on takes the last one", async () => {
    await vi.waitFor(() => expect(viewOf("a:latest")?.progress.completed).toBe(500));
    pausePull(pullKey(server, "a:latest"));
    expect(viewOf("a:latest")).toMatchObject({ status: "paused", progress: { completed: 500 } });
    await vi.waitFor(() => expect(asked).toContain("c:latest"));
    const paused = viewOf("a:latest");
    if (paused) goOnWithPull(paused);
    expect(waiting()).toEqual(["1 d:latest", "2 a:latest"]);
    // What lies on the server is not forgotten by waiting.
    cancelPull(pullKey(server, "a:latest"));
    expect(viewOf("a:latest")).toMatchObject({ status: "cancelled", progress: { completed: 500 } });
  });

  test("what waits can be taken out and leaves no trace", async () => {
    cancelPull(pullKey(server, "c:latest"));
    expect(viewOf("c:latest")?.status).toBe("cancelled");
    expect(waiting()).toEqual(["1 d:latest"]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(asked).not.toContain("c:latest");
    expect(usePullHistory.getState().past).toEqual([]);
  });
});

describe("the history", () => {
  test("has what came, what failed, and what was cancelled on its way", async () => {
    answer = { lines: [manifest, layer(100), layer(900), ...rest] };
    await pullToEnd("came:latest");
    const message = "max retries exceeded";
    answer = { lines: [manifest, layer(10), { error: message }] };
    await pullToEnd("failed:latest");
    answer = hanging;
    await pullToEnd("left:latest", (view) => view.progress.completed > 0 && cancelPull(view.key));
    await vi.waitFor(() => expect(usePullHistory.getState().past).toHaveLength(3));
    expect(usePullHistory.getState().past).toMatchObject([
      { name: "left:latest", outcome: "cancelled", bytes: 0 },
      { name: "failed:latest", outcome: "failed", error: { kind: "in-stream", message } },
      // 900 − 100: what the first line says may have been there before.
      { name: "came:latest", outcome: "done", bytes: 800 },
    ]);
  });

  test("counts what came before a pause", async () => {
    answer = { lines: [manifest, layer(100), layer(400)], end: "hang" };
    startPull("held:latest", server);
    await vi.waitFor(() => expect(viewOf("held:latest")?.progress.completed).toBe(400));
    pausePull(pullKey(server, "held:latest"));
    answer = { lines: [manifest, layer(400), layer(1000), ...rest] };
    await pullToEnd("held:latest");
    await vi.waitFor(() => expect(usePullHistory.getState().past).toHaveLength(1));
    expect(usePullHistory.getState().past[0]).toMatchObject({ bytes: 300 + 600 });
  });
});

describe("updates", () => {
  test("are told by the digest before and after, and summed up once", async () => {
    installed = ["old:latest", "same:latest"];
    digests.set("old:latest", "1".repeat(64)).set("same:latest", "2".repeat(64));
    published = { "old:latest": "3".repeat(64), "same:latest": "2".repeat(64) };
    answer = whole;
    await queryClient.invalidateQueries();
    updateModels(["old:latest", "same:latest"]);
    await vi.waitFor(() => expect(viewOf("same:latest")?.status).toBe("done"));
    await vi.waitFor(() => expect(viewOf("old:latest")?.status).toBe("done"));
    expect([viewOf("old:latest"), viewOf("same:latest")]).toMatchObject([
      { change: "updated" },
      { change: "same" },
    ]);
    expect(useNotices.getState().notices).toMatchObject([
      { text: "pulls.checked", values: { updated: 1, same: 1, other: 0 } },
    ]);
  });

  test("a model that no registry has is no failure of an update, but one of a pull", async () => {
    answer = { lines: [manifest, { error: "pull model manifest: file does not exist" }] };
    updateModels(["mine:latest"]);
    await vi.waitFor(() => expect(viewOf("mine:latest")?.status).toBe("unlisted"));
    expect((await pullToEnd("typo:latest")).at(-1)?.status).toBe("failed");
  });

  test("a model that was not there is new", async () => {
    published = { "new:latest": "4".repeat(64) };
    answer = whole;
    expect((await pullToEnd("new:latest")).at(-1)).toMatchObject({ status: "done", change: "new" });
  });
});
