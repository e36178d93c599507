import { afterEach, describe, expect, it, vi } from "vitest";
import { OllamaFailure } from "#src/core/errors.ts";
import type { ChatRequest, ReplyEvent } from "#src/core/stream/reply-event.ts";
import { chat } from "./chat.ts";
import { pull } from "./pull.ts";

const server = "http://ollama.test:11434";
const request: ChatRequest = {
  model: "m",
  messages: [{ role: "user", content: "hi" }],
  temperature: 0.8,
  topP: 0.9,
};

afterEach(() => vi.unstubAllGlobals());

type Answer = {
  status?: number;
  type?: string;
  pieces?: readonly (string | Uint8Array)[];
  end?: "closed" | "broken" | "open";
};

/** A server that answers all alike, and what it was asked. */
function serve({ end = "closed", pieces = [], status = 200, type = "text/event-stream" }: Answer) {
  const calls: { url: string; init: RequestInit }[] = [];
  const seen = { isCancelled: false };
  vi.stubGlobal("fetch", (url: string, init: RequestInit) => {
    calls.push({ url, init });
    const left = [...pieces];
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        init.signal?.addEventListener("abort", () => controller.error(init.signal?.reason));
      },
      pull(controller) {
        const piece = left.shift();
        if (piece !== undefined)
          controller.enqueue(typeof piece === "string" ? new TextEncoder().encode(piece) : piece);
        else if (end === "closed") controller.close();
        else if (end === "broken") controller.error(new TypeError("network error"));
      },
      cancel() {
        seen.isCancelled = true;
      },
    });
    return Promise.resolve(new Response(body, { status, headers: { "Content-Type": type } }));
  });
  return { calls, seen };
}

async function collect<T>(batches: AsyncIterable<readonly T[]>, onBatch?: () => void) {
  const all: T[] = [];
  try {
    for await (const batch of batches) {
      all.push(...batch);
      onBatch?.();
    }
  } catch (error) {
    return { all, error: error instanceof OllamaFailure ? error.error : error };
  }
  return { all };
}

const chatting = (signal = new AbortController().signal) =>
  collect<ReplyEvent>(chat(server, request, signal));
const data = (delta: object, finish: string | null = null) =>
  `data: ${JSON.stringify({ model: "m", choices: [{ delta, finish_reason: finish }] })}\n\n`;
const hello = data({ content: "Hello" });
const opened: ReplyEvent = { type: "opened" };
const text = (said: string): ReplyEvent => ({ type: "text", text: said, pieces: 1 });

describe("a chat", () => {
  it("asks as the protocol says, with only what was set", async () => {
    const { calls } = serve({ pieces: ["data: [DONE]\n\n"] });
    await collect(
      chat(
        `${server}/`,
        { ...request, maxTokens: 5, seed: 0, stop: ["x"], reasoningEffort: "none" },
        new AbortController().signal,
      ),
    );
    await chatting();
    expect(calls[0]?.url).toBe(`${server}/v1/chat/completions`);
    expect(calls[0]?.init).toMatchObject({ method: "POST", credentials: "same-origin", cache: "no-store" });
    const common = {
      model: "m",
      messages: request.messages,
      stream: true,
      stream_options: { include_usage: true },
      temperature: 0.8,
      top_p: 0.9,
    };
    const bodies = calls.map(({ init }) => JSON.parse(String(init.body)));
    expect(bodies).toEqual([
      { ...common, max_tokens: 5, seed: 0, stop: ["x"], reasoning_effort: "none" },
      common,
    ]);
  });

  it("ends with its terminator, even where the connection stays open or breaks after it", async () => {
    const { seen } = serve({ pieces: [hello, "data: [DONE]\n\n"], end: "open" });
    expect(await chatting()).toEqual({ all: [opened, text("Hello"), { type: "end" }] });
    expect(seen.isCancelled).toBe(true);
    serve({ pieces: [hello + data({}, "stop")], end: "broken" });
    expect(await chatting()).toEqual({ all: [opened, text("Hello"), { type: "finish", reason: "stop" }] });
  });

  it.each<[string, Answer, ReplyEvent[], object]>([
    ["the bytes end", { pieces: [hello] }, [opened, text("Hello")], { kind: "cut", how: "ended" }],
    ["nothing comes", {}, [opened], { kind: "cut", how: "ended" }],
    [
      "the connection breaks",
      { pieces: [hello], end: "broken" },
      [opened, text("Hello")],
      { kind: "cut", how: "broken" },
    ],
    [
      "the connection breaks with text held back",
      { pieces: [data({ content: "<thin" })], end: "broken" },
      [opened, text("<thin")],
      { kind: "cut", how: "broken" },
    ],
    [
      "the runner dies",
      { pieces: [`${hello}data: {"model":"","choices":[{"delta":{"content":""}}]}\n\n`] },
      [opened, text("Hello")],
      { kind: "lost-reason" },
    ],
    [
      "an error member comes",
      { pieces: [hello, '{"error":"boom"}\n', hello] },
      [opened, text("Hello")],
      { kind: "in-stream", message: "boom" },
    ],
    [
      "a line cannot be read",
      { pieces: [hello, "data: {x\n\n"] },
      [opened, text("Hello")],
      { kind: "malformed", sample: "{x" },
    ],
    [
      "it is a page",
      { type: "text/html", pieces: ["<html>Sign in"] },
      [opened],
      { kind: "malformed", sample: "<html>Sign in" },
    ],
    [
      "it is plain text",
      { type: "text/plain", pieces: ["Sign in"] },
      [opened],
      { kind: "malformed", sample: "Sign in" },
    ],
    [
      "the status is an error",
      { status: 404, type: "application/json", pieces: ['{"error":{"message":"model \'m\' not found"}}'] },
      [],
      { kind: "http", status: 404, message: "model 'm' not found" },
    ],
    [
      "a proxy is alone",
      { status: 502, type: "text/html", pieces: ["<title>Bad Gateway</title>"] },
      [],
      {
        kind: "http",
        status: 502,
        message: "Bad Gateway",
      },
    ],
  ])("tells: %s", async (_, answer, all, error) => {
    serve(answer);
    expect(await chatting()).toEqual({ all, error });
  });

  it("reads an answer that was not streamed", async () => {
    const body = '{"model":"m","choices":[{"message":{"content":"Hi"},"finish_reason":"stop"}]}';
    serve({ type: "application/json; charset=utf-8", pieces: [body] });
    expect(await chatting()).toEqual({ all: [opened, text("Hi"), { type: "finish", reason: "stop" }] });
    serve({ type: "application/json", pieces: ['{"error":"boom"}'] });
    expect((await chatting()).error).toEqual({ kind: "in-stream", message: "boom" });
  });

  it("keeps characters whole that two chunks share", async () => {
    const bytes = new TextEncoder().encode(`${data({ content: "日👍é" }, "stop")}`);
    serve({ pieces: [...bytes].map((byte) => Uint8Array.of(byte)) });
    expect((await chatting()).all[1]).toEqual(text("日👍é"));
  });

  it("says that nothing answers", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
    expect((await chatting()).error).toEqual({ kind: "unreachable", url: `${server}/v1/chat/completions` });
  });

  it("stops with the signal's reason, and hands out what was held back", async () => {
    serve({ pieces: [data({ content: "<th" }), ": waiting\n\n"], end: "open" });
    const abort = new AbortController();
    const stopped = collect<ReplyEvent>(
      chat(server, request, abort.signal, { onBytes: () => setTimeout(() => abort.abort()) }),
    );
    expect(await stopped).toMatchObject({ all: [opened, text("<th")], error: { name: "AbortError" } });
  });

  it("cancels the request when nobody reads on", async () => {
    const { seen } = serve({ pieces: [hello, hello], end: "open" });
    for await (const events of chat(server, request, new AbortController().signal)) {
      if (events.some(({ type }) => type === "text")) break;
    }
    expect(seen.isCancelled).toBe(true);
  });
});

const pulling = () => collect(pull(server, "m:latest", {}, new AbortController().signal));

describe("a pull", () => {
  const manifest = '{"status":"pulling manifest"}\n';

  it("is read to the end: only a last success is one", async () => {
    const { calls } = serve({
      pieces: [manifest, '{"status":"success"}\n', '{"status":"writing man', 'ifest"}\n{"status":"success"}'],
    });
    expect(await pulling()).toEqual({
      all: [{ status: "pulling manifest" }, { status: "writing manifest" }, { status: "success" }],
    });
    expect(JSON.parse(String(calls[0]?.init.body))).toEqual({ model: "m:latest" });
  });

  it.each<[string, Answer, object]>([
    [
      "an error line",
      { pieces: [`${manifest}{"error":"pull model manifest: file does not exist"}\n`] },
      {
        kind: "in-stream",
        message: "pull model manifest: file does not exist",
      },
    ],
    ["an end without success", { pieces: [manifest] }, { kind: "cut", how: "ended" }],
    ["an end in a line", { pieces: [manifest, '{"status":"succ'] }, { kind: "cut", how: "ended" }],
    ["a broken connection", { pieces: [manifest], end: "broken" }, { kind: "cut", how: "broken" }],
    [
      "a line that cannot be read",
      { pieces: [manifest, "<html>\n"] },
      { kind: "malformed", sample: "<html>" },
    ],
  ])("tells: %s", async (_, answer, error) => {
    serve(answer);
    expect(await pulling()).toEqual({ all: [{ status: "pulling manifest" }], error });
  });
});
