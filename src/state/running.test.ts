import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { RunningModel } from "#src/core/models/model.ts";
import { memoryKey, useMemoryChanges } from "./memory-changes.ts";
import { modelsQuery, queryClient } from "./models.ts";
import { cancelLoad, keepInMemory, preload, unload } from "./running.ts";

const home = "http://localhost:11434";
const shed = "http://shed:11434";
const name = "llama3.2:latest";

type Asked = { readonly server: string; readonly path: string; readonly body: unknown };
let asked: Asked[] = [];
/** What a request to change the memory is answered; nothing where the connection breaks. */
let answer: (request: Asked) => Response | undefined | Promise<never> = () => Response.json({ done: true });
let lists = () => Promise.resolve(Response.json({ models: [] }));

function serve(url: string, init: RequestInit): Promise<Response> {
  const { origin: server, pathname: path } = new URL(url);
  if (path === "/api/ps") return lists();
  const request = { server, path, body: JSON.parse(String(init.body)) as unknown };
  asked.push(request);
  const given = answer(request);
  if (given instanceof Promise) {
    return new Promise((_, reject) => {
      init.signal?.addEventListener("abort", () => reject(init.signal?.reason as Error));
    });
  }
  return given ? Promise.resolve(given) : Promise.reject(new TypeError("Failed to fetch"));
}

beforeEach(() => {
  vi.stubGlobal("location", new URL("http://localhost:5173/"));
  vi.stubGlobal("fetch", serve);
  asked = [];
  answer = () => Response.json({ done: true });
  lists = () => Promise.resolve(Response.json({ models: [] }));
  useMemoryChanges.setState({ changes: new Map() });
  queryClient.clear();
});
afterEach(() => vi.unstubAllGlobals());

const changeOf = (server: string) => useMemoryChanges.getState().changes.get(memoryKey(server, name));

function list(server: string, capabilities?: readonly string[]): void {
  const model = { name, size: 1, digest: "", modifiedAt: 0, family: "", parameterSize: "", quantization: "" };
  queryClient.setQueryData(modelsQuery(server).queryKey, [
    { ...model, ...(capabilities && { capabilities }) },
  ]);
}

const running: RunningModel = {
  name,
  digest: "",
  size: 1,
  sizeVram: 0,
  contextLength: 16_384,
  expiresAt: 0,
};

test("a load on one server is nothing on another, and its Retry goes where it was refused", async () => {
  answer = () => Response.json({ error: "signal: killed" }, { status: 500 });
  const loading = preload(name, home);
  expect(changeOf(home)).toMatchObject({ status: "loading" });
  expect(changeOf(shed)).toBeUndefined();
  await loading;
  const failed = changeOf(home);
  expect(failed).toMatchObject({ status: "failed", asked: "loading", error: { kind: "http", status: 500 } });
  answer = () => Response.json({ done: true });
  if (failed?.status === "failed") failed.retry();
  await vi.waitFor(() => expect(changeOf(home)).toBeUndefined());
  expect(asked.map(({ server, path }) => server + path)).toEqual([
    `${home}/api/generate`,
    `${home}/api/generate`,
  ]);
});

test("another time to stay is asked for at the context that the model has", async () => {
  list(home, ["completion"]);
  await keepInMemory(running, "1h", home);
  expect(asked.map(({ body }) => body)).toEqual([
    { model: name, options: { num_ctx: 16_384 }, keep_alive: "1h" },
  ]);
});

test("servers before 0.30 are not asked for a context: theirs counts all slots", async () => {
  list(home);
  await keepInMemory(running, -1, home);
  expect(asked.map(({ body }) => body)).toEqual([{ model: name, keep_alive: -1 }]);
});

test("a model that only embeds is loaded that way, known from the list or from the refusal", async () => {
  list(home, ["embedding"]);
  await preload(name, home);
  expect(asked.map(({ path }) => path)).toEqual(["/api/embed"]);
  list(home);
  asked = [];
  answer = ({ path }) =>
    path === "/api/embed"
      ? Response.json({ embeddings: [] })
      : Response.json({ error: `"${name}" does not support generate` }, { status: 400 });
  await preload(name, home);
  expect(asked.map(({ path, body }) => [path, body])).toEqual([
    ["/api/generate", { model: name }],
    ["/api/embed", { model: name, input: [] }],
  ]);
  expect(changeOf(home)).toBeUndefined();
});

test("an unload that the server took is no failure because the list does not come", async () => {
  lists = () => Promise.reject(new TypeError("Failed to fetch"));
  await unload(name, home);
  expect(asked.map(({ body }) => body)).toEqual([{ model: name, keep_alive: 0 }]);
  expect(changeOf(home)).toBeUndefined();
});

test("an unload without an answer is told", async () => {
  answer = () => undefined;
  await unload(name, home);
  expect(changeOf(home)).toMatchObject({
    status: "failed",
    asked: "unloading",
    error: { kind: "unreachable" },
  });
});

test("a load that is given up leaves nothing behind", async () => {
  answer = () => new Promise<never>(() => {});
  const loading = preload(name, home);
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  cancelLoad(name, home);
  await loading;
  expect(changeOf(home)).toBeUndefined();
});
