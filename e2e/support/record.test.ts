import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startFakeOllama } from "./fake-ollama.ts";
import { readTraces } from "./trace-files.ts";
import { recordTraces } from "./trace-recorder.ts";

test("exchanges are recorded anew from a running server, and what cannot be had is named", async () => {
  const server = await startFakeOllama({ speed: 50 });
  const outDir = await mkdtemp(join(tmpdir(), "traces-"));
  try {
    const traces = readTraces();
    const { recorded, skipped } = await recordTraces({ url: server.url, outDir, traces, model: "llama3.2" });
    const made = readTraces(outDir);
    expect([...made.keys()].toSorted()).toEqual(recorded.toSorted());
    expect(recorded.length + skipped.length).toBe(traces.size);
    expect(recorded.length).toBeGreaterThan(120);
    expect(skipped.every(({ reason }) => reason !== "")).toBe(true);
    expect(made.get("v1-chat-stream")?.request.body).toMatchObject({ model: "llama3.2:latest" });
    expect(made.get("chat-think")?.request.body).toMatchObject({ model: "qwen3:8b" });
    expect(made.get("v1-chat-stream")?.response.chunks.length).toBeGreaterThan(5);
    expect(server.modelNames()).toHaveLength(4);
  } finally {
    await server.close();
    await rm(outDir, { recursive: true });
  }
});
