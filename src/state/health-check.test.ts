import { afterEach, expect, test, vi } from "vitest";
import { enqueue, streamsPerServer } from "#src/ollama/connection-queue.ts";
import { checkModel } from "./health-check.ts";

type Trace = {
  readonly case: string;
  readonly response: { readonly status: number; readonly chunks: readonly { readonly text: string }[] };
};

const traces = Object.values(
  import.meta.glob<Trace>("/e2e/fixtures/traces/{generate,embed}-*.json", { eager: true, import: "default" }),
);

afterEach(() => vi.unstubAllGlobals());

/** Serves recordings, or bodies with their status, one a request; what was asked. */
function serve(...answers: readonly (string | { readonly status: number; readonly body: string })[]) {
  const asked: { path: string; body: Record<string, unknown> }[] = [];
  vi.stubGlobal("fetch", (url: string, init: RequestInit) => {
    const answer = answers[asked.length];
    asked.push({ path: new URL(url).pathname, body: JSON.parse(String(init.body)) });
    if (typeof answer === "object") return Promise.resolve(new Response(answer.body, answer));
    return Promise.resolve(new Response(bodyOf(answer), { status: traceOf(answer).response.status }));
  });
  return asked;
}

function traceOf(name: string | undefined): Trace {
  const trace = traces.find((each) => each.case === name);
  if (!trace) throw new Error(`no recording ${name}`);
  return trace;
}

const bodyOf = (name: string | undefined) =>
  traceOf(name)
    .response.chunks.map(({ text }) => text)
    .join("");

const task = { server: "http://ollama.test", model: "m", isEmbedder: false };
const check = (more = {}, onFirst = () => undefined) =>
  checkModel({ ...task, ...more }, new AbortController().signal, onFirst);

test("a model that writes: the server's times, and a first token", async () => {
  const asked = serve("generate-stream");
  const told = JSON.parse(bodyOf("generate-stream").trim().split("\n").at(-1) ?? "") as {
    load_duration: number;
    eval_count: number;
    eval_duration: number;
  };
  const onFirst = vi.fn();
  const found = await check({ keepAlive: "5m" }, onFirst);
  expect(found).toMatchObject({ status: "ok", loadMs: told.load_duration / 1e6 });
  expect(found.status === "ok" && found.tokensPerSecond).toBeCloseTo(
    told.eval_count / (told.eval_duration / 1e9),
    6,
  );
  expect(found.status === "ok" && found.firstMs).toBeTypeOf("number");
  expect(onFirst).toHaveBeenCalledTimes(1);
  expect(asked).toEqual([
    {
      path: "/api/generate",
      body: {
        model: "m",
        prompt: expect.any(String),
        options: { num_predict: 16, temperature: 0, seed: 1 },
        keep_alive: "5m",
      },
    },
  ]);
});

test("a model that embeds", async () => {
  const asked = serve("embed-one");
  const found = await check({ isEmbedder: true });
  // load_duration of the recording: 1154869 ns.
  expect(found).toMatchObject({ status: "ok", loadMs: 1.154869 });
  expect(found).not.toHaveProperty("firstMs");
  expect(asked[0]).toMatchObject({ path: "/api/embed", body: { model: "m" } });
});

test("one that is not known to embed only is asked again by an embedding", async () => {
  const refusal = { status: 400, body: '{"error":"\\"m\\" does not support generate"}' };
  const asked = serve(refusal, "embed-one");
  expect(await check()).toMatchObject({ status: "ok" });
  expect(asked.map(({ path }) => path)).toEqual(["/api/generate", "/api/embed"]);
});

test("refusals and what breaks off are findings", async () => {
  serve("generate-missing");
  expect(await check()).toMatchObject({
    status: "failed",
    cause: "model-gone",
    words: "404 model 'nope' not found",
  });
  serve("generate-runner-dies");
  expect(await check()).toMatchObject({ status: "failed", cause: "runner-died" });
  serve({ status: 200, body: '{"model":"m","response":"Hel","done":false}\n' });
  expect(await check()).toMatchObject({ status: "failed", cause: "cut", words: "" });
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
  expect(await check()).toMatchObject({ status: "failed", cause: "unreachable", words: "" });
});

test("what is stopped is no finding", async () => {
  const abort = new AbortController();
  vi.stubGlobal("fetch", () => {
    abort.abort();
    return Promise.reject(abort.signal.reason as Error);
  });
  await expect(checkModel(task, abort.signal, () => undefined)).rejects.toHaveProperty("name", "AbortError");
});

test.each([
  ["generate-stream", false],
  ["embed-one", true],
])(
  "while all connections are in use it waits, and does not count that as time: %s",
  async (name, isEmbedder) => {
    const asked = serve(name);
    const signal = new AbortController().signal;
    const places = Array.from({ length: streamsPerServer }, () => enqueue(task.server, signal));
    const releases = await Promise.all(places);
    const told: (number | undefined)[] = [];
    const checked = checkModel(
      { ...task, isEmbedder },
      signal,
      () => undefined,
      (position) => told.push(position),
    );
    expect(told).toEqual([1]);
    expect(asked).toEqual([]);
    for (const release of releases) release();
    expect(await checked).toMatchObject({ status: "ok" });
    expect(told).toEqual([1, undefined]);
  },
);
