import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { cancelPush, dismissPush, startPush } from "./pushes.ts";
import { isPushing, type PushView, usePushes } from "./pushes-store.ts";
import { type Answer, streamedLines } from "./streamed-lines.fixture.ts";

const server = "http://localhost:11434";
const digest = "sha256:ffd4f4ff7d1c8e78e600e4c9d96bc17741e0bca3acc3d3425a4871b395476f2c";
const layer = (completed: number) => ({ status: "pushing ffd4f4ff7d1c", digest, total: 1000, completed });
const begin = { status: "retrieving manifest" };
const rest = [{ status: "pushing manifest" }, { status: "success" }];

let answer: Answer = { lines: [] };
let bodies: unknown[] = [];

function serve(url: string, init: RequestInit): Promise<Response> {
  if (!url.endsWith("/api/push")) return Promise.reject(new TypeError("Failed to fetch"));
  bodies.push(JSON.parse(String(init.body)));
  return Promise.resolve(streamedLines(answer, init.signal));
}

beforeEach(() => {
  vi.stubGlobal("location", new URL("http://localhost:5173/"));
  vi.stubGlobal("fetch", serve);
  bodies = [];
});
afterEach(() => {
  for (const key of usePushes.getState().pushes.keys()) dismissPush(key);
  vi.unstubAllGlobals();
});

function pushToEnd(name: string, at?: (view: PushView) => void, isInsecure = false): Promise<PushView> {
  return new Promise((resolve) => {
    const stop = usePushes.subscribe(({ pushes }) => {
      const view = [...pushes.values()].find((push) => push.name === name);
      if (!view) return;
      at?.(view);
      if (isPushing(view)) return;
      stop();
      resolve(view);
    });
    startPush(name, isInsecure, server);
  });
}

test("a push reports its layers, is 100 % at its success alone, and goes out once", async () => {
  answer = { lines: [begin, layer(100), layer(1000), ...rest] };
  const seen: PushView[] = [];
  const ended = pushToEnd("anna/tiny:latest", (view) => seen.push(view));
  startPush("Anna/Tiny", false, server);
  expect(await ended).toMatchObject({ status: "done", progress: { completed: 1000, percent: 100 } });
  expect(seen.filter(({ progress }) => progress.percent === 100).map(({ status }) => status)).toEqual([
    "done",
  ]);
  expect(bodies).toEqual([{ model: "anna/tiny:latest" }]);
});

test("plain HTTP is asked for only where the user said so", async () => {
  answer = { lines: [begin, ...rest] };
  await pushToEnd("localhost:5000/anna/tiny:latest", undefined, true);
  expect(bodies).toEqual([{ model: "localhost:5000/anna/tiny:latest", insecure: true }]);
});

test("a cancelled push ends at once, and can begin again", async () => {
  answer = { lines: [begin, layer(500)], end: "hang" };
  const view = await pushToEnd("anna/slow:latest", ({ key, progress }) => {
    if (progress.completed > 0) cancelPush(key);
  });
  expect(view).toMatchObject({ status: "cancelled", progress: { completed: 500 } });
  await new Promise((resolve) => setTimeout(resolve, 0));
  answer = { lines: [begin, layer(1000), ...rest] };
  expect(await pushToEnd("anna/slow:latest")).toMatchObject({ status: "done" });
});

test("an error line is an error, in the server's words", async () => {
  answer = { lines: [begin, { error: "unauthorized: access denied" }] };
  expect(await pushToEnd("bert/tiny:latest")).toMatchObject({
    status: "failed",
    error: { kind: "in-stream", message: "unauthorized: access denied" },
  });
});

test.each([
  ["ends without success", "close", "ended"],
  ["breaks", "break", "broken"],
] as const)("a stream that %s is no success", async (_name, end, how) => {
  answer = { lines: [begin, layer(10)], end };
  expect(await pushToEnd("anna/lost:latest")).toMatchObject({
    status: "failed",
    error: { kind: "cut", how },
  });
});
