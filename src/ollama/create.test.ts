import { afterEach, expect, it, vi } from "vitest";
import type { CreateRequest } from "#src/core/models/create-request.ts";
import { OllamaFailure } from "#src/core/errors.ts";
import { createModel } from "./create.ts";

type Trace = {
  request: { body: CreateRequest };
  response: { status: number; chunks: { text: string }[] };
};
const traces = import.meta.glob<Trace>("/e2e/fixtures/traces/create-*.json", {
  eager: true,
  import: "default",
});

afterEach(() => vi.unstubAllGlobals());

/** What a recorded create tells, and what was asked. */
async function replay(name: string) {
  const trace = traces[`/e2e/fixtures/traces/create-${name}.json`];
  const asked: unknown[] = [];
  vi.stubGlobal("fetch", (url: string, init: RequestInit) => {
    asked.push([url, init.method, JSON.parse(String(init.body))]);
    const text = (trace?.response.chunks ?? []).map((chunk) => chunk.text).join("");
    return Promise.resolve(new Response(text, { status: trace?.response.status ?? 500 }));
  });
  const statuses: string[] = [];
  const request = trace?.request.body ?? { model: "" };
  let error: unknown;
  try {
    const lines = createModel("http://ollama.test", request, new AbortController().signal);
    for await (const batch of lines) statuses.push(...batch.map(({ status }) => status));
  } catch (reason) {
    error = reason instanceof OllamaFailure ? reason.error : reason;
  }
  expect(asked).toEqual([["http://ollama.test/api/create", "POST", request]]);
  return { statuses, error };
}

it("tells the lines of a recorded create up to its success", async () => {
  const { statuses, error } = await replay("from");
  expect(error).toBeUndefined();
  expect(statuses).toHaveLength(8);
  expect(statuses.slice(-2)).toEqual(["writing manifest", "success"]);
});

it("fails with what a line says after others", async () => {
  expect(await replay("not-gguf")).toEqual({
    statuses: ["parsing GGUF"],
    error: { kind: "in-stream", message: "supplied file was not in GGUF format" },
  });
});

it.each([
  ["bad-name", 400, "invalid model name"],
  ["bad-template", 400, "template error: template: :1: unclosed action"],
  [
    "quantize-bad",
    500,
    "unsupported quantization type Q9_9 - supported types are F32, F16, Q4_K_S, Q4_K_M, Q8_0",
  ],
])("fails with a status before any line: %s", async (name, status, message) => {
  expect(await replay(name)).toEqual({ statuses: [], error: { kind: "http", status, message } });
});
