import { readFileSync } from "node:fs";
import { afterEach, describe, expect, it, vi } from "vitest";
import { OllamaFailure } from "#src/core/errors.ts";
import { embed } from "./embed.ts";

const server = "http://ollama.test:11434";

afterEach(() => vi.unstubAllGlobals());

function serve(body: string, status = 200) {
  const calls: { url: string; body: unknown }[] = [];
  vi.stubGlobal("fetch", (url: string, init: RequestInit) => {
    calls.push({ url, body: JSON.parse(String(init.body)) });
    return Promise.resolve(new Response(body, { status, headers: { "Content-Type": "application/json" } }));
  });
  return calls;
}

/** A recording of the real server: its status and its body. */
function trace(name: string): { readonly status: number; readonly body: string } {
  const text = readFileSync(new URL(`../../e2e/fixtures/traces/${name}.json`, import.meta.url), "utf8");
  const { response } = JSON.parse(text) as { response: { status: number; chunks: { text: string }[] } };
  return { status: response.status, body: response.chunks.map((chunk) => chunk.text).join("") };
}

async function asked(input: readonly string[], extra = {}) {
  try {
    return await embed(server, { model: "m", input, ...extra }, new AbortController().signal);
  } catch (error) {
    return error instanceof OllamaFailure ? error.error : error;
  }
}

describe("embeddings", () => {
  it("are asked for with only what was set", async () => {
    const calls = serve(trace("embed-one").body);
    await asked(["hello"]);
    await asked(["hello"], { truncate: false, dimensions: 8, keep_alive: "5m" });
    expect(calls).toEqual([
      { url: `${server}/api/embed`, body: { model: "m", input: ["hello"] } },
      {
        url: `${server}/api/embed`,
        body: { model: "m", input: ["hello"], truncate: false, dimensions: 8, keep_alive: "5m" },
      },
    ]);
  });

  it("come in the order of the texts, with the server's times", async () => {
    const { body } = trace("embed-batch");
    const told = JSON.parse(body) as { embeddings: number[][]; total_duration: number };
    serve(body);
    const answer = await asked(["hello", "world", "hello"]);
    expect(answer).toMatchObject({ embeddings: told.embeddings, totalNs: told.total_duration });
    expect(told.embeddings[0]).toEqual(told.embeddings[2]);
    serve(trace("embed-dimensions").body);
    expect(await asked(["hello"])).toMatchObject({
      totalNs: 7_454_830,
      loadNs: 1_368_410,
      promptTokens: 6,
    });
  });

  it("may be none, without times", async () => {
    serve(trace("embed-empty").body);
    expect(await asked([])).toEqual({ embeddings: [], totalNs: 0, loadNs: 0, promptTokens: 0 });
  });

  it.each([
    ["embed-chat-model", 501, "This server does not support embeddings. Start it with `--embeddings`"],
    ["embed-too-long", 400, "the input length exceeds the context length"],
    ["embed-truncated", 400, "the input length exceeds the context length"],
    ["embed-missing", 404, 'model "nope" not found, try pulling it first'],
  ])("are refused in the server's words: %s", async (name, status, message) => {
    const recorded = trace(name);
    serve(recorded.body, recorded.status);
    expect(await asked(["x"])).toEqual({ kind: "http", status, message });
  });

  it.each([
    ["<html>Sign in</html>"],
    ['{"embeddings":[[1],[2]]}'],
    ['{"embeddings":[["1"]]}'],
    ['{"embedding":[1]}'],
  ])("are not read from %s", async (body) => {
    serve(body);
    expect(await asked(["x"])).toEqual({ kind: "malformed", sample: body });
  });

  it("of different lengths are no answer", async () => {
    const body = '{"embeddings":[[1,2],[1]]}';
    serve(body);
    expect(await asked(["x", "y"])).toEqual({ kind: "malformed", sample: body });
  });
});
