import { plainLayers, scriptedModels, stepsOf } from "./conformance-models.ts";
import { type FakeOllama, type FakeOllamaOptions, startFakeOllama } from "./fake-ollama.ts";
import type { PullScenario } from "./ollama/registry.ts";
import { pullScenarios } from "./pull-scenarios.ts";
import { hasBody, type Trace, type TraceRequest } from "./trace.ts";

/** Waits are this much shorter than in the recording. */
export const speed = 40;

type Traces = ReadonlyMap<string, Trace>;

/** What was asked of the server before, in this order. */
export const earlier: Readonly<Record<string, readonly string[]>> = {
  "blob-again": ["blob-stored"],
  "blob-there": ["blob-stored"],
  "create-not-gguf": ["blob-stored"],
  "chat-bad-parameter": ["create-bad-parameter"],
  "show-made": ["create-from"],
  copy: ["create-from"],
  delete: ["create-from", "copy"],
  "ps-loaded": ["generate-load"],
  "ps-forever": ["generate-load", "chat-load-forever"],
  "ps-steady": ["chat-think", "v1-chat-waits"],
  "pull-again": ["pull-slow"],
  "pull-resumed": ["pull-cancelled"],
};

/** What runs at the same time, and since how many (recorded) milliseconds. */
export const meanwhile: Readonly<
  Record<string, readonly { readonly name: string; readonly aheadMs: number }[]>
> = {
  "ps-while-loading": [{ name: "v1-chat-cold-large", aheadMs: 400 }],
  "v1-chat-waits": [{ name: "v1-chat-cold-large", aheadMs: 1600 }],
  "chat-queue-full": [
    { name: "v1-chat-cold-large", aheadMs: 3000 },
    { name: "v1-chat-waits", aheadMs: 400 },
  ],
  "v1-chat-queue-full": [
    { name: "v1-chat-cold-large", aheadMs: 3000 },
    { name: "v1-chat-waits", aheadMs: 400 },
  ],
  "pull-joined": [{ name: "pull-first-of-two", aheadMs: 2600 }],
};

const killedWhileLoading = "llama-server process has terminated: signal: killed";
const diedMidStream = "an error was encountered while running the model: unexpected EOF";

/** A server set up as the one that the trace was recorded from. */
export async function serverFor(trace: Trace, traces: Traces): Promise<FakeOllama> {
  const host = trace.request.headers["Host"] ?? "";
  const empty = host.endsWith(":11435");
  const server = await startFakeOllama({
    ...settings(trace),
    models: empty ? [] : scriptedModels(traces, trace),
    registry: registryOf(traces),
  });
  if (trace.case.endsWith("runner-dies")) {
    server.script({ about: "dies", steps: stepsOf(trace), end: { dies: diedMidStream } });
  } else if (trace.case.endsWith("runner-dies-loading")) {
    server.script({ about: "dies", load: { ms: 250, error: killedWhileLoading } });
  } else if (trace.case === "push") {
    const copied = { source: "scripted:plain", destination: "127.0.0.1:5001/fast/pushed:latest" };
    await fetch(`${server.url}/api/copy`, { method: "POST", body: JSON.stringify(copied) });
  }
  return server;
}

function settings({ case: name }: Trace): FakeOllamaOptions {
  const origins = name.startsWith("open-") ? ["*"] : ["https://app.example", "http://192.168.1.*"];
  return {
    version: "0.33.0-rc2",
    modelsPath: "/var/lib/ollama/models",
    contextLength: 2048,
    cloud: "off",
    account: "unavailable",
    maxQueue: name.includes("queue-full") ? 1 : 512,
    origins: /^(open|named)-/.test(name) ? origins : [],
    speed,
  };
}

/** The registry of the recordings, with a path for each of its moods. */
function registryOf(traces: Traces): Readonly<Record<string, PullScenario>> {
  const model: PullScenario["model"] = {
    capabilities: ["completion", "insert"],
    layers: plainLayers(traces),
  };
  const at = "127.0.0.1:5001";
  const { slow, flaky, stalls, gone, quick, wrongBytes, denied, missing, unreachable } = pullScenarios;
  const plain = (scenario: PullScenario): PullScenario => ({ ...scenario, model });
  return {
    [`${at}/slow/plain:latest`]: plain(slow),
    [`${at}/flaky/plain:latest`]: plain(flaky),
    [`${at}/stall/plain:latest`]: plain(stalls),
    [`${at}/gone/plain:latest`]: plain(gone),
    [`${at}/fast/plain:latest`]: plain(quick),
    [`${at}/wrong/plain:latest`]: plain(wrongBytes),
    [`${at}/denied/plain:latest`]: denied,
    [`${at}/denied/x:latest`]: denied,
    [`${at}/fast/nothing:latest`]: missing,
    "127.0.0.1:9/x/y:z": unreachable,
  };
}

/** The request of a trace; a body that was too long to keep is made anew. */
export function requestOf(trace: Trace): TraceRequest {
  if (hasBody(trace.request)) return trace.request;
  const bodies: Readonly<Record<string, unknown>> = {
    "embed-too-long": { model: "scripted:embed", input: "lorem ipsum ".repeat(4000), truncate: false },
    "embed-truncated": { model: "scripted:embed", input: "lorem ipsum ".repeat(4000) },
    "v1-chat-overflow": {
      model: "scripted:plain",
      stream: true,
      stream_options: { include_usage: true },
      messages: [...Array.from({ length: 80 }, loremMessage), { role: "user", content: "hi" }],
    },
  };
  return { ...trace.request, body: bodies[trace.case] };
}

function loremMessage(_: unknown, index: number): object {
  const role = index % 2 === 0 ? "user" : "assistant";
  return { role, content: `message ${index} ${"lorem ipsum ".repeat(20)}` };
}
