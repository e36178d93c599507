import { afterEach, expect, test, vi } from "vitest";
import { enqueue, streamsPerServer } from "#src/ollama/connection-queue.ts";
import { type EmbeddingView, startEmbedding, useEmbeddings } from "./embeddings.ts";

afterEach(() => vi.unstubAllGlobals());

test("while all connections are in use it says that it waits, and where", async () => {
  vi.stubGlobal("fetch", () => Promise.resolve(Response.json({ model: "m", embeddings: [[1, 0]] })));
  const server = "http://ollama.test";
  const { signal } = new AbortController();
  const releases = await Promise.all(Array.from({ length: streamsPerServer }, () => enqueue(server, signal)));
  const ended = new Promise<EmbeddingView>((resolve) => {
    useEmbeddings.subscribe(({ view }) => view.status === "done" && resolve(view));
  });
  startEmbedding({ server, model: "m", texts: ["a"], truncate: true });
  expect(useEmbeddings.getState().view).toMatchObject({ status: "running", position: 1 });
  for (const release of releases) release();
  await vi.waitFor(() => expect(useEmbeddings.getState().view).not.toHaveProperty("position"));
  expect(await ended).toMatchObject({ result: { vectors: [[1, 0]] } });
});
