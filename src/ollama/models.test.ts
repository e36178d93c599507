import { afterEach, describe, expect, it, vi } from "vitest";
import { OllamaFailure } from "#src/core/errors.ts";
import { withDeadline } from "./deadline.ts";
import { fetchDetails, fetchModels, fetchRunning, fetchVersion } from "./models.ts";
import { renderedPrompt } from "./render.ts";

const traces = import.meta.glob<{ response: { chunks: { text: string }[] } }>("/e2e/fixtures/traces/*.json", {
  eager: true,
  import: "default",
});
const recorded = (name: string) =>
  (traces[`/e2e/fixtures/traces/${name}.json`]?.response.chunks ?? []).map(({ text }) => text).join("");

const server = "http://ollama.test:11434/";
const bodies: string[] = [];

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  bodies.length = 0;
});

function serve(body: string): void {
  vi.stubGlobal("fetch", (_: string, init: RequestInit) => {
    bodies.push(String(init.body));
    return Promise.resolve(new Response(body));
  });
}

const errorOf = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => (error instanceof OllamaFailure ? error.error : error),
  );

describe("lists", () => {
  it("of installed models, as recorded", async () => {
    serve(recorded("tags"));
    const models = await fetchModels(server);
    const wire = JSON.parse(recorded("tags")).models as { name: string; size: number; digest: string }[];
    expect(models.map(({ digest, name, size }) => [name, size, digest])).toEqual(
      wire.map(({ digest, name, size }) => [name, size, digest]),
    );
    expect(models.every(({ modifiedAt }) => modifiedAt > Date.parse("2026-01-01"))).toBe(true);
  });

  it("leave out what is broken and fill in what is missing", async () => {
    const remote = {
      model: "gpt-oss:120b-cloud",
      remote_host: "https://ollama.com:443",
      details: { families: null },
    };
    serve(
      JSON.stringify({
        models: [null, 5, {}, { name: 7 }, remote, { name: "x:1", capabilities: null, details: null }],
      }),
    );
    expect(await fetchModels(server)).toEqual([
      {
        name: "gpt-oss:120b-cloud",
        size: 0,
        digest: "",
        modifiedAt: 0,
        family: "",
        parameterSize: "",
        quantization: "",
        remoteHost: "https://ollama.com:443",
      },
      { name: "x:1", size: 0, digest: "", modifiedAt: 0, family: "", parameterSize: "", quantization: "" },
    ]);
  });

  it.each(['{"models":null}', '{"models":[]}'])("may be empty: %s", async (body) => {
    serve(body);
    expect(await fetchModels(server)).toEqual([]);
  });

  // tools/server/server-models.cpp and server-context.cpp: /api/tags is answered as /v1/models is.
  it.each([
    "{}",
    '{"object":"list","data":[{"id":"gemma-3-4b","object":"model","owned_by":"llamacpp","status":{"value":"unloaded"}}]}',
    '{"models":[{"name":"gemma.gguf","model":"gemma.gguf","modified_at":"","size":"","digest":"","capabilities":["completion"],"details":{"format":"gguf"}}],"object":"list","data":[{"id":"gemma.gguf","object":"model","owned_by":"llamacpp"}]}',
  ])("is not what llama.cpp's server answers: %s", async (body) => {
    serve(body);
    await expect(fetchModels(server)).rejects.toMatchObject({ error: { kind: "malformed" } });
  });

  it("of running models, as recorded", async () => {
    serve(recorded("ps-loaded"));
    expect(await fetchRunning(server)).toEqual([
      {
        name: "scripted:plain",
        digest: "9931f0256552e757933471e6b5de5a4cbf53a9debfc8c5c55dcda83784203c7e",
        size: 10_171_185,
        sizeVram: 0,
        contextLength: 2048,
        expiresAt: Date.parse("2026-11-21T02:50:58.028Z"),
      },
    ]);
  });
});

describe("details", () => {
  it("as recorded", async () => {
    serve(recorded("show-made"));
    const wire = JSON.parse(recorded("show-made"));
    const details = await fetchDetails(server, "made");
    expect(details.capabilities).toEqual(wire.capabilities);
    expect(details.system).toBe(wire.system ?? "");
    expect(details.contextLength).toBe(
      wire.model_info[`${wire.model_info["general.architecture"]}.context_length`],
    );
    expect([...details.parameters].flat(2)).not.toEqual([]);
    expect(bodies).toEqual(['{"model":"made"}']);
  });
});

describe("an answer", () => {
  it("that is something else is malformed", async () => {
    serve("<html>");
    expect(await errorOf(fetchVersion(server))).toEqual({ kind: "malformed", sample: "<html>" });
    expect(await errorOf(fetchModels(server))).toEqual({ kind: "malformed", sample: "<html>" });
  });

  it("has a deadline", async () => {
    vi.useFakeTimers();
    vi.stubGlobal(
      "fetch",
      (_: string, { signal }: RequestInit) =>
        new Promise((_resolve, reject) => signal?.addEventListener("abort", () => reject(signal.reason))),
    );
    const late = errorOf(fetchModels(server));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await late).toEqual({ kind: "timeout", afterMs: 10_000 });

    const leaving = new AbortController();
    const left = errorOf(fetchModels(server, leaving.signal));
    leaving.abort();
    expect(await left).toMatchObject({ name: "AbortError" });
    expect(vi.getTimerCount()).toBe(0);
    await expect(withDeadline(1, AbortSignal.abort(), () => Promise.resolve(1))).rejects.toMatchObject({
      name: "AbortError",
    });
  });
});

describe("the rendered prompt", () => {
  const request = {
    model: "m",
    messages: [{ role: "user" as const, content: "hi" }],
    temperature: 1,
    topP: 1,
  };

  it("is asked without anything that would reload the model", async () => {
    serve(recorded("chat-debug-render-short"));
    expect(await renderedPrompt(server, { ...request, reasoningEffort: "none" })).toBe(
      "<|system|>You are scripted.<|end|><|user|>hi<|end|><|hello|>",
    );
    expect(JSON.parse(bodies[0] ?? "")).toEqual({
      model: "m",
      messages: request.messages,
      stream: false,
      _debug_render_only: true,
      options: { num_predict: 1 },
      think: false,
    });
  });

  it("is unknown where the server is too old", async () => {
    serve('{"model":"m","message":{"role":"assistant","content":"H"},"done":true}');
    expect(await renderedPrompt(server, request)).toBeUndefined();
  });
});
