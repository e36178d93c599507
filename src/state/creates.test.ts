import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { cancelCreate, dismissCreate, isInstalled, startCreate, useCreates } from "./creates.ts";
import { createKey, type CreateView, isMaking } from "./creates-view.ts";
import { type Answer, streamedLines } from "./streamed-lines.fixture.ts";

const server = "http://localhost:11434";
const manifest = { status: "writing manifest" };
const success = { status: "success" };
const layer = { status: "using existing layer sha256:aa" };

let answer: Answer = { lines: [] };
let installed: string[] = [];
let hasList = true;
let refusal: Response | undefined;
const bodies: unknown[] = [];

function serve(url: string, init: RequestInit): Promise<Response> {
  if (url.endsWith("/api/tags") && !hasList) return Promise.resolve(new Response("", { status: 500 }));
  if (url.endsWith("/api/tags"))
    return Promise.resolve(Response.json({ models: installed.map((name) => ({ name, model: name })) }));
  if (!url.endsWith("/api/create")) return Promise.reject(new TypeError("Failed to fetch"));
  const body = JSON.parse(String(init.body)) as { model: string };
  bodies.push(body);
  if (refusal) return Promise.resolve(refusal);
  const onLine = (line?: object) => void (line === manifest && installed.push(body.model));
  return Promise.resolve(streamedLines(answer, init.signal, { onLine }));
}

beforeEach(() => {
  vi.stubGlobal("location", new URL("http://localhost:5173/"));
  vi.stubGlobal("fetch", serve);
  installed = ["llama3.2:latest"];
  hasList = true;
  refusal = undefined;
  bodies.length = 0;
});
afterEach(() => {
  for (const key of useCreates.getState().creates.keys()) dismissCreate(key);
  vi.unstubAllGlobals();
});

function makeToEnd(name: string, at?: (view: CreateView) => void): Promise<CreateView> {
  return new Promise((resolve) => {
    const stop = useCreates.subscribe(({ creates }) => {
      const view = creates.get(createKey(server, name));
      if (!view) return;
      at?.(view);
      if (isMaking(view)) return;
      stop();
      resolve(view);
    });
    startCreate({ model: name, from: "llama3.2" }, server);
  });
}

test("the success of a pull before it is not its own, and it is done when it can be chosen", async () => {
  answer = { lines: [{ status: "pulling manifest" }, success, layer, manifest, success] };
  const ended = await makeToEnd("mine:latest", (view) => {
    if (isMaking(view)) expect(view.steps.at(-1)?.status).not.toBe("success");
  });
  expect(ended).toMatchObject({ status: "done" });
  expect(ended.steps.map(({ status }) => status)).toEqual([
    "pulling manifest",
    "using existing layer sha256:aa",
    "writing manifest",
    "success",
  ]);
  expect(bodies).toEqual([{ model: "mine:latest", from: "llama3.2" }]);
  expect(await isInstalled("Mine", server)).toBe(true);
});

test("an error line is an error in the server's words, after the steps before it", async () => {
  answer = { lines: [layer, { error: "no space left on device" }] };
  expect(await makeToEnd("mine:latest")).toMatchObject({
    status: "failed",
    error: { kind: "in-stream", message: "no space left on device" },
    steps: [layer],
  });
});

test("a refusal before any line is told with its status", async () => {
  refusal = Response.json({ error: "invalid model name" }, { status: 400 });
  expect(await makeToEnd("mine:latest")).toMatchObject({
    status: "failed",
    error: { kind: "http", status: 400, message: "invalid model name" },
  });
});

test.each([
  ["close", "ended"],
  ["break", "broken"],
] as const)("an end without success is none: %s", async (end, how) => {
  answer = { lines: [layer], end };
  expect(await makeToEnd("mine:latest")).toMatchObject({ status: "failed", error: { kind: "cut", how } });
});

test.each([
  ["before", [layer], false],
  ["after", [layer, manifest], true],
] as const)("a cancel %s the manifest says whether the model is there", async (_when, lines, isThere) => {
  answer = { lines, end: "hang" };
  const name = `cancelled-${String(isThere)}:latest`;
  const ended = await makeToEnd(name, (view) => {
    if (isMaking(view) && view.steps.length === lines.length) cancelCreate(view.key);
  });
  expect(ended).toMatchObject({ status: "cancelled", isThere });
});

test("a model that is being made is not made twice", async () => {
  answer = { lines: [layer, manifest, success] };
  const ended = makeToEnd("mine:latest");
  startCreate({ model: "Mine:latest" }, server);
  await ended;
  expect(bodies).toHaveLength(1);
});

test("without the server's list nobody says what is there, whatever was there before", async () => {
  expect(await isInstalled("llama3.2", server)).toBe(true);
  expect(await isInstalled("other", server)).toBe(false);
  hasList = false;
  expect(await isInstalled("llama3.2", server)).toBeUndefined();
  expect(await isInstalled("other", server)).toBeUndefined();
  answer = { lines: [layer], end: "hang" };
  const ended = await makeToEnd("unknown:latest", (view) => {
    if (isMaking(view) && view.steps.length === 1) cancelCreate(view.key);
  });
  expect(ended).toMatchObject({ status: "cancelled", isThere: undefined });
});
