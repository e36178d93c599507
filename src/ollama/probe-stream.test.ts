import { afterEach, expect, test, vi } from "vitest";
import { watchStream } from "./probe-stream.ts";

afterEach(() => vi.unstubAllGlobals());

test("each network chunk is noted, and what the server says of its own time", async () => {
  const lines = [
    '{"model":"m","response":"one","done":false}\n',
    '{"model":"m","response":" two","done":false}\n',
    '{"model":"m","response":"","done":true,"eval_count":2,"eval_duration":1500000000}\n',
  ];
  const bodies: unknown[] = [];
  vi.stubGlobal("fetch", (_url: string, init: RequestInit) => {
    bodies.push(JSON.parse(String(init.body)));
    const body = new ReadableStream({
      start(controller) {
        for (const line of lines) controller.enqueue(new TextEncoder().encode(line));
        controller.close();
      },
    });
    return Promise.resolve(new Response(body));
  });
  const seen = await watchStream("http://localhost:11434", "m", new AbortController().signal);
  expect(seen).toMatchObject({ tokens: 2, writingMs: 1500 });
  expect(seen.arrivals).toHaveLength(3);
  expect(bodies).toMatchObject([{ model: "m", stream: true, options: { num_predict: 48 } }]);
  // How long a model stays in memory is the user's business.
  expect(bodies[0]).not.toHaveProperty("keep_alive");
});

test("what the server refuses is its failure", async () => {
  vi.stubGlobal("fetch", () =>
    Promise.resolve(Response.json({ error: "model 'm' not found" }, { status: 404 })),
  );
  await expect(
    watchStream("http://localhost:11434", "m", new AbortController().signal),
  ).rejects.toMatchObject({ error: { kind: "http", status: 404 } });
});
