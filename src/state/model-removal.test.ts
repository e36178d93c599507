import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { useRefusals } from "./model-removal-refusals.ts";
import { keepModel, removeModels, usePendingRemovals } from "./model-removal.ts";
import { dismissNotice, notify, useNotices } from "./notices.ts";
import { noProgress } from "#src/core/models/pull.ts";
import { pullKey } from "./pull-view.ts";
import { usePulls } from "./pulls.ts";

const server = "http://localhost:11434";
let asked: string[] = [];
let answerTo: (name: string, url: string) => number | "nothing" = () => 200;
/** What the server lists; nothing where it does not answer. */
let installed: readonly string[] | undefined = [];

function serve(url: string, init: RequestInit): Promise<Response> {
  if (!url.endsWith("/api/delete"))
    return installed
      ? Promise.resolve(Response.json({ models: installed.map((name) => ({ name, size: 1 })) }))
      : Promise.reject(new TypeError("Failed to fetch"));
  const { model } = JSON.parse(String(init.body)) as { model: string };
  asked.push(model);
  const status = answerTo(model, url);
  if (status === "nothing") return Promise.reject(new TypeError("Failed to fetch"));
  return Promise.resolve(
    status === 200 ? new Response(null) : Response.json({ error: "permission denied" }, { status }),
  );
}

beforeEach(() => {
  vi.stubGlobal("location", new URL("http://localhost:5173/"));
  vi.stubGlobal("fetch", serve);
  asked = [];
  answerTo = () => 200;
  installed = [];
  useRefusals.setState({ refusals: [] });
});
afterEach(() => {
  for (const { action } of useNotices.getState().notices) action?.run();
  for (const { id } of useNotices.getState().notices) dismissNotice(id);
  vi.unstubAllGlobals();
});

const going = () => usePendingRemovals.getState().removals.map(({ name, status }) => `${name} ${status}`);
const notices = () => useNotices.getState().notices;

/** The notice goes by itself. */
function timePasses(): void {
  for (const { id } of notices()) dismissNotice(id);
}

const settled = () => vi.waitFor(() => expect(going()).toEqual([]));

test("nothing is sent before the notice is gone, and then one request after the other", async () => {
  removeModels(["a:latest", "b:latest"], server);
  expect(going()).toEqual(["a:latest waiting", "b:latest waiting"]);
  expect(notices()).toMatchObject([{ values: { count: 2 } }]);
  expect(asked).toEqual([]);
  timePasses();
  await settled();
  expect(asked).toEqual(["a:latest", "b:latest"]);
});

test("Undo keeps all of them, and sends nothing", () => {
  removeModels(["a:latest", "b:latest"], server);
  const [notice] = notices();
  notice?.action?.run();
  dismissNotice(notice?.id ?? 0);
  expect(going()).toEqual([]);
  expect(asked).toEqual([]);
});

test("one of several can be kept, and others can join", async () => {
  removeModels(["a:latest", "b:latest"], server);
  keepModel("a:latest", server);
  removeModels(["c:latest"], server);
  expect(notices()).toHaveLength(1);
  expect(notices()).toMatchObject([{ values: { count: 2 } }]);
  expect(asked).toEqual([]);
  timePasses();
  await settled();
  expect(asked).toEqual(["b:latest", "c:latest"]);
});

test("keeping the last one takes the notice away", () => {
  removeModels(["a:latest"], server);
  keepModel("a:latest", server);
  expect(notices()).toEqual([]);
  expect(asked).toEqual([]);
});

test("other notices do not hurry it", () => {
  removeModels(["a:latest"], server);
  for (let count = 0; count < 5; count += 1) notify({ text: "chat.copied" });
  expect(notices()).toHaveLength(3);
  expect(going()).toEqual(["a:latest waiting"]);
  expect(asked).toEqual([]);
});

test("a refusal puts that model back with its reason; one that is not there is as good as deleted", async () => {
  answerTo = (name) => (name === "a:latest" ? 500 : 404);
  removeModels(["a:latest", "b:latest"], server);
  timePasses();
  await settled();
  expect(useRefusals.getState().refusals).toMatchObject([
    { name: "a:latest", error: { kind: "http", status: 500, message: "permission denied" } },
  ]);
});

test("a server that does not answer is not asked for the rest", async () => {
  answerTo = () => "nothing";
  installed = undefined;
  removeModels(["a:latest", "b:latest"], server);
  timePasses();
  await settled();
  expect(asked).toEqual(["a:latest"]);
  expect(useRefusals.getState().refusals.map(({ name }) => name)).toEqual(["a:latest", "b:latest"]);
});

test("one server's silence says nothing of another's models", async () => {
  answerTo = (_name, url) => (url.startsWith(server) ? "nothing" : 200);
  installed = undefined;
  removeModels(["a:latest"], server);
  removeModels(["b:latest"], "http://shed:11434");
  timePasses();
  await settled();
  expect(asked).toEqual(["a:latest", "b:latest"]);
  expect(useRefusals.getState().refusals.map(({ name }) => name)).toEqual(["a:latest"]);
});

test("where the answer is lost, the list tells whether the model is gone", async () => {
  answerTo = () => "nothing";
  removeModels(["gone:latest"], server);
  timePasses();
  await settled();
  expect(useRefusals.getState().refusals).toEqual([]);
  installed = ["there:latest"];
  removeModels(["there:latest"], server);
  timePasses();
  await settled();
  expect(useRefusals.getState().refusals).toMatchObject([
    { name: "there:latest", error: { kind: "unreachable" } },
  ]);
});

test("a model that is pulled again meanwhile is kept", async () => {
  removeModels(["A:latest", "b:latest"], server);
  const key = pullKey(server, "A:latest");
  const pull = { key, server, name: "A:latest", startedAt: 0, place: 0, progress: noProgress } as const;
  usePulls.setState({ pulls: new Map([[key, { ...pull, status: "running" }]]) });
  expect(going()).toEqual(["b:latest waiting"]);
  timePasses();
  await settled();
  expect(asked).toEqual(["b:latest"]);
  // One that is deleted while it is pulled is deleted.
  removeModels(["A:latest"], server);
  usePulls.setState({ pulls: new Map([[key, { ...pull, status: "running", secondsLeft: 1 }]]) });
  expect(going()).toEqual(["A:latest waiting"]);
  usePulls.setState({ pulls: new Map() });
});
