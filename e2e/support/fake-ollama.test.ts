import { afterEach, expect, test } from "vitest";
import { type FakeOllama, type FakeOllamaOptions, startFakeOllama } from "./fake-ollama.ts";
import { pullScenarios } from "./pull-scenarios.ts";
import { type Scenario, scenarios, tokens } from "./scenarios.ts";
import { capture, textOfChunks, type TraceResponse } from "./trace.ts";

const running: FakeOllama[] = [];

async function start(options: FakeOllamaOptions = {}): Promise<FakeOllama> {
  const server = await startFakeOllama(options);
  running.push(server);
  return server;
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

const origin = "http://localhost:5173";

function ask(server: FakeOllama, path: string, body: unknown, leaveAfter?: number): Promise<TraceResponse> {
  const method = body === undefined ? "GET" : "POST";
  return capture(server.url, { method, path, headers: { Origin: origin }, body }, leaveAfter);
}

function say(
  server: FakeOllama,
  text: string,
  more: object = {},
  leaveAfter?: number,
): Promise<TraceResponse> {
  const messages = [{ role: "user", content: text }];
  return ask(
    server,
    "/v1/chat/completions",
    { model: "llama3.2", stream: true, messages, ...more },
    leaveAfter,
  );
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 2));
}

test("a reply waits at its pause until it is released", async () => {
  const server = await start();
  server.script(scenarios.paused);
  const reply = say(server, "hi");
  await until(() => server.paused === 1);
  expect(server.requests[0]?.ended).toBe(false);
  server.release();
  expect(textOfChunks((await reply).chunks)).toContain("[DONE]");
});

test("a client that leaves is recorded and frees the model for the next one", async () => {
  const server = await start();
  server.script(tokens(10_000, 200));
  await say(server, "hi", {}, 3);
  await until(() => server.requests[0]?.ended === true);
  expect(server.requests[0]).toMatchObject({ aborted: true, path: "/v1/chat/completions", status: 200 });
  const next = await say(server, "again");
  expect(next.end).toBe("complete");
  expect(server.requests[1]).toMatchObject({ aborted: false, ended: true });
});

test("a second request to the same model waits in silence, one to another does not", async () => {
  const server = await start();
  server.script(scenarios.pausedBeforeFirst, { model: "llama3.2" });
  const first = say(server, "first");
  await until(() => server.paused === 1);
  let second: TraceResponse | undefined;
  const waiting = say(server, "second").then((response) => (second = response));
  expect((await say(server, "other", { model: "qwen3:8b" })).status).toBe(200);
  expect(second).toBeUndefined();
  server.release();
  await Promise.all([first, waiting]);
  expect(second?.status).toBe(200);
});

test("who leaves while it waits in the queue gives its place up", async () => {
  const server = await start();
  server.script(scenarios.pausedBeforeFirst);
  const first = say(server, "first");
  await until(() => server.paused === 1);
  const leaving = new AbortController();
  const body = JSON.stringify({ model: "llama3.2", messages: [{ role: "user", content: "second" }] });
  const second = fetch(`${server.url}/api/chat`, { method: "POST", body, signal: leaving.signal });
  await until(() => server.requests.length === 2);
  leaving.abort();
  await expect(second).rejects.toThrow();
  server.release();
  await first;
  expect((await say(server, "third")).status).toBe(200);
});

test.each([
  ["cut", "complete"],
  ["reset", "connection reset"],
] as const)("%s ends as %s", async (name, end) => {
  const server = await start();
  server.script(scenarios[name]);
  const response = await say(server, "hi");
  expect(response.end).toBe(end);
  expect(textOfChunks(response.chunks)).toContain("Half");
  expect(textOfChunks(response.chunks)).not.toContain("[DONE]");
});

test("characters are cut between network chunks", async () => {
  const server = await start();
  server.script(scenarios.splitCharacters);
  const response = await say(server, "hi");
  expect(response.chunks.some((chunk) => "base64" in chunk)).toBe(true);
  expect(textOfChunks(response.chunks)).toContain("😀");
});

test("a model that loads is not in memory, and nothing is sent meanwhile", async () => {
  const server = await start({ speed: 20 });
  server.script(scenarios.loading);
  const reply = say(server, "hi");
  await until(() => server.requests.length === 1);
  expect(server.namesInMemory()).toEqual([]);
  const first = (await reply).chunks[0];
  expect(first?.ms).toBeGreaterThan(80);
  expect(server.namesInMemory()).toEqual(["llama3.2:latest"]);
});

test("keep_alive decides when a model leaves memory", async () => {
  const server = await start({ speed: 100 });
  await ask(server, "/api/generate", { model: "llama3.2", keep_alive: "5s" });
  expect(server.namesInMemory()).toEqual(["llama3.2:latest"]);
  await until(() => server.namesInMemory().length === 0);
  await ask(server, "/api/generate", { model: "llama3.2", keep_alive: -1 });
  const listed = textOfChunks((await ask(server, "/api/ps", undefined)).chunks);
  expect(listed).toMatch(/"expires_at":"23\d\d-/);
  await ask(server, "/api/generate", { model: "llama3.2", keep_alive: 0 });
  await until(() => server.namesInMemory().length === 0);
});

test("old messages that do not fit are dropped, and the render tells which", async () => {
  const server = await start({ contextLength: 200 });
  const messages = Array.from({ length: 21 }, (_, index) => ({
    role: index % 2 === 0 ? "user" : "assistant",
    content: `message ${index} ${"lorem ipsum ".repeat(10)}`,
  }));
  const body = { model: "llama3.2", messages, _debug_render_only: true };
  const rendered = textOfChunks((await ask(server, "/api/chat", body)).chunks);
  expect(rendered).toContain("message 20");
  expect(rendered).not.toContain("message 10 ");
  const usage = textOfChunks(
    (await say(server, "", { messages, stream_options: { include_usage: true } })).chunks,
  );
  expect(Number(/"prompt_tokens":(\d+)/.exec(usage)?.[1])).toBeLessThanOrEqual(200);
});

test("an older server generates instead of rendering", async () => {
  const server = await start({ knowsDebugRender: false });
  const body = {
    model: "llama3.2",
    messages: [{ role: "user", content: "hi" }],
    _debug_render_only: true,
    stream: false,
  };
  const answer = textOfChunks((await ask(server, "/api/chat", body)).chunks);
  expect(answer).toContain("I am a scripted model");
  expect(answer).not.toContain("_debug_info");
});

test("connections are refused after close, and answered again after a restart on the same port", async () => {
  const server = await start();
  server.script(scenarios.stall);
  const reply = say(server, "hi");
  await until(() => server.requests.length === 1);
  const { url } = server;
  await server.close();
  await reply.catch(() => undefined);
  await expect(fetch(`${url}/api/version`)).rejects.toThrow();
  await server.restart();
  expect(server.url).toBe(url);
  expect((await fetch(`${url}/api/version`)).status).toBe(200);
  expect(server.namesInMemory()).toEqual([]);
});

test("a pull adds the model, and an abandoned one goes on where it was", async () => {
  const server = await start({ speed: 20 });
  server.scriptPull(pullScenarios.slow, 2);
  await ask(server, "/api/pull", { model: "new-model" }, 20);
  await until(() => server.requests[0]?.ended === true);
  const resumed = await ask(server, "/api/pull", { model: "new-model" });
  const [, first] = textOfChunks(resumed.chunks).split("\n");
  expect(first).toMatch(/"completed":[1-9]\d{4,}/);
  expect(server.modelNames()).toContain("new-model:latest");
});

test("cloud models depend on the account, also on /v1 in the native shape", async () => {
  const server = await start();
  const refused = await say(server, "hi", { model: "gpt-oss:120b-cloud" });
  expect(refused.status).toBe(401);
  expect(textOfChunks(refused.chunks)).toMatch(/^\{"error":"unauthorized","signin_url":"https:/);
  const signedIn = await start({ account: { name: "ada", email: "ada@example.org" } });
  expect((await say(signedIn, "hi", { model: "gpt-oss:120b-cloud" })).status).toBe(200);
});

test("a key is asked for only after the preflight", async () => {
  const server = await start({ requireKey: "secret" });
  const headers = { Origin: origin, "Access-Control-Request-Method": "POST" };
  expect(
    (await capture(server.url, { method: "OPTIONS", path: "/api/show", headers, body: null })).status,
  ).toBe(204);
  expect((await ask(server, "/api/version", undefined)).status).toBe(401);
  const withKey = await fetch(`${server.url}/api/version`, { headers: { Authorization: "Bearer secret" } });
  expect(withKey.status).toBe(200);
});

const refusals = Object.entries<Scenario>(scenarios).filter(([, { refuse }]) => refuse !== undefined);

test.each(refusals)("%s is an HTTP error", async (_name, scenario) => {
  const server = await start();
  server.script(scenario);
  expect((await say(server, "hi")).status).toBe(scenario.refuse?.status);
});

test("the practice server says what it is and what can be asked", async () => {
  const server = await start({ practice: true, speed: 50 });
  const whole = { model: "practice-small", stream: false };
  const unknown = await say(server, "What is the capital of France?", whole);
  expect(textOfChunks(unknown.chunks)).toContain("scripted practice reply");
  const table = await say(server, "Show me a table", whole);
  expect(textOfChunks(table.chunks)).toContain("| Planet |");
  const thought = await say(server, "Give me a reason", { ...whole, model: "practice-thinker" });
  expect(textOfChunks(thought.chunks)).toContain('"reasoning":');
});

test("ten thousand tokens are written within a few seconds", async () => {
  const server = await start();
  server.script(tokens(10_000));
  const started = performance.now();
  const response = await say(server, "hi");
  expect(response.chunks.length).toBe(10_001);
  expect(performance.now() - started).toBeLessThan(5000);
});
