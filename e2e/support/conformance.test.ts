import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "vitest";
import { earlier, meanwhile, requestOf, serverFor, speed } from "./conformance-cases.ts";
import { differences } from "./conformance-compare.ts";
import { traceNamed } from "./conformance-models.ts";
import type { FakeOllama } from "./fake-ollama.ts";
import { capture, type Trace, type TraceResponse } from "./trace.ts";
import { readTraces } from "./trace-files.ts";

/** Exchanges that the fake server does not follow. One that passes all the same has no place here. */
const notFollowed: Readonly<Record<string, string>> = {
  "v1-messages-stream": "the Messages route is not there: the client never calls it",
  "v1-responses-stream": "the Responses route is not there: the client never calls it",
};

const traces = readTraces();

async function replay(server: FakeOllama, trace: Trace): Promise<TraceResponse> {
  const leaves = trace.response.end === "client closed";
  return capture(server.url, requestOf(trace), leaves ? trace.response.chunks.length : Infinity);
}

async function follow(trace: Trace): Promise<readonly string[]> {
  const server = await serverFor(trace, traces);
  try {
    for (const name of earlier[trace.case] ?? []) await replay(server, traceNamed(traces, name));
    const running: Promise<TraceResponse | undefined>[] = [];
    for (const { name, aheadMs } of meanwhile[trace.case] ?? []) {
      running.push(replay(server, traceNamed(traces, name)).catch(() => undefined));
      await delay(aheadMs / speed);
    }
    return differences(trace, await replay(server, trace));
  } finally {
    await server.close();
  }
}

test.each([...traces.values()].map((trace) => [trace.case, trace] as const))("%s", async (name, trace) => {
  const found = await follow(trace);
  if (notFollowed[name] === undefined) expect(found).toEqual([]);
  else expect(found).not.toEqual([]);
});

test("every exchange that is not followed was recorded", () => {
  expect(Object.keys(notFollowed).filter((name) => !traces.has(name))).toEqual([]);
});
