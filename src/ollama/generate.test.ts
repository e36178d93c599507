import { readFileSync } from "node:fs";
import { afterEach, expect, it, vi } from "vitest";
import { OllamaFailure } from "#src/core/errors.ts";
import { generate } from "./generate.ts";

const server = "http://ollama.test:11434";
afterEach(() => vi.unstubAllGlobals());

type Answer = { status?: number; pieces: readonly string[]; end?: "closed" | "broken" };

function serve({ status = 200, pieces, end = "closed" }: Answer) {
  const calls: { url: string; body: unknown }[] = [];
  vi.stubGlobal("fetch", (url: string, init: RequestInit) => {
    calls.push({ url, body: JSON.parse(String(init.body)) });
    const left = [...pieces];
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        const piece = left.shift();
        if (piece !== undefined) controller.enqueue(new TextEncoder().encode(piece));
        else if (end === "closed") controller.close();
        else controller.error(new TypeError("network error"));
      },
    });
    return Promise.resolve(new Response(body, { status }));
  });
  return calls;
}

async function read(signal = new AbortController().signal) {
  let [text, thinking, batches] = ["", "", 0];
  let reason: string | undefined;
  try {
    for await (const batch of generate(server, { model: "m", prompt: "hi" }, signal)) {
      text += batch.text;
      thinking += batch.thinking;
      batches += 1;
      reason = batch.end?.reason ?? reason;
    }
  } catch (error) {
    return { text, thinking, batches, reason, error: error instanceof OllamaFailure ? error.error : error };
  }
  return { text, thinking, batches, reason };
}

function recorded(name: string): readonly string[] {
  const path = `e2e/fixtures/traces/${name}.json`;
  const trace = JSON.parse(readFileSync(path, "utf8")) as { response: { chunks: { text: string }[] } };
  return trace.response.chunks.map(({ text }) => text);
}

it("sends the body as it is, and reads to the end", async () => {
  const calls = serve({ pieces: recorded("generate-stream") });
  expect(await read()).toMatchObject({
    text: "Hello! I am a scripted model. How can I help you today?",
    reason: "stop",
  });
  expect(calls).toEqual([{ url: `${server}/api/generate`, body: { model: "m", prompt: "hi" } }]);
});

it("makes one batch of what comes together, wherever it is cut", async () => {
  const all = recorded("generate-think").join("");
  serve({ pieces: [all] });
  const whole = await read();
  expect(whole).toMatchObject({ text: "Hello, after some thought.", batches: 1, reason: "stop" });
  serve({ pieces: all.match(/.{1,7}/gs) ?? [] });
  expect({ ...(await read()), batches: 1 }).toEqual(whole);
});

it("reads on to the end line although the connection is held open", async () => {
  serve({ pieces: recorded("generate-stream"), end: "broken" });
  expect(await read()).not.toHaveProperty("error");
});

it("refuses in the server's words", async () => {
  serve({ status: 400, pieces: recorded("generate-suffix-unsupported") });
  expect(await read()).toMatchObject({
    text: "",
    error: {
      kind: "http",
      status: 400,
      message: "registry.ollama.ai/library/scripted:think does not support insert",
    },
  });
});

it("keeps what came before an error line", async () => {
  serve({ pieces: recorded("generate-runner-dies") });
  const { text, error } = await read();
  expect(text).toMatch(/ 22$/);
  expect(error).toMatchObject({ kind: "in-stream" });
});

it("calls a stream cut that ends or breaks without its end line, in mid-line too", async () => {
  const line = '{"model":"m","response":"Half","done":false}\n';
  for (const [pieces, end, how] of [
    [[line], "closed", "ended"],
    [[line, '{"model":"m","resp'], "closed", "ended"],
    [[line], "broken", "broken"],
    [[line, '{"model":"m","resp'], "broken", "broken"],
    [[], "closed", "ended"],
  ] as const) {
    serve({ pieces, end });
    expect((await read()).error).toEqual({ kind: "cut", how });
  }
});

it("takes a page for no answer", async () => {
  serve({ pieces: ["<html>", "<body>hotel wifi</body></html>"] });
  expect((await read()).error).toMatchObject({ kind: "malformed" });
});

it("ends with the reason of an abort, and gives its place back", async () => {
  const abort = new AbortController();
  abort.abort(new Error("stopped"));
  serve({ pieces: [] });
  expect((await read(abort.signal)).error).toEqual(new Error("stopped"));
});
