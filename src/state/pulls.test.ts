import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { modelsQuery, queryClient } from "./models.ts";
import { pullKey, type PullView } from "./pull-view.ts";
import { cancelPull, dismissPull, startPull, usePulls } from "./pulls.ts";

const server = "http://localhost:11434";
const digest = "sha256:dde5aa3fc5ffc17176b5e8bdc82f587b24b2678c6c66101bf7da77af9f7ccdff";
const layer = (completed: number) => ({ status: "pulling dde5aa3fc5ff", digest, total: 1000, completed });
const manifest = { status: "pulling manifest" };
const rest = [{ status: "verifying sha256 digest" }, { status: "writing manifest" }, { status: "success" }];

type Answer = { readonly lines: readonly object[]; readonly end?: "close" | "break" | "hang" };

let answer: Answer = { lines: [] };
let installed: string[] = [];
let pulls = 0;

/** A server that pulls as `answer` says, some milliseconds a line, and lists what it has. */
function serve(url: string, init: RequestInit): Promise<Response> {
  if (url.endsWith("/api/tags")) {
    return Promise.resolve(
      Response.json({ models: installed.map((name) => ({ name, model: name, size: 1 })) }),
    );
  }
  if (!url.endsWith("/api/pull")) return Promise.reject(new TypeError("Failed to fetch"));
  pulls += 1;
  const { lines, end = "close" } = answer;
  const { model } = JSON.parse(String(init.body)) as { model: string };
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      init.signal?.addEventListener("abort", () => controller.error(new DOMException("", "AbortError")));
      for (const line of lines) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        if (init.signal?.aborted) return;
        controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      }
      if (lines.includes(rest[2] as object)) installed.push(model);
      if (end === "close") controller.close();
      if (end === "break") controller.error(new TypeError("network error"));
    },
  });
  return Promise.resolve(new Response(body, { headers: { "Content-Type": "application/x-ndjson" } }));
}

beforeEach(() => {
  vi.stubGlobal("location", new URL("http://localhost:5173/"));
  vi.stubGlobal("fetch", serve);
  installed = ["llama3.2:latest"];
  pulls = 0;
});
afterEach(() => {
  for (const key of usePulls.getState().pulls.keys()) dismissPull(key);
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
