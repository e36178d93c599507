import { afterEach, expect, test, vi } from "vitest";
import { OllamaFailure } from "#src/core/errors.ts";
import type { ChatRequest, ReplyEvent } from "#src/core/stream/reply-event.ts";
import { chat } from "./chat.ts";

afterEach(() => vi.unstubAllGlobals());

const request: ChatRequest = {
  kind: "openai",
  model: "o4",
  messages: [{ role: "user", content: "hi" }],
  maxTokens: 50,
};
const refusal =
  "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.";
const stream = [
  '{"choices":[],"model":"","prompt_filter_results":[]}',
  '{"choices":[{"delta":{"content":"Hi"},"index":0}],"model":"o4"}',
  '{"choices":[{"delta":{},"finish_reason":"stop","index":0}],"model":"o4"}',
  "[DONE]",
];

function serve(answer: (body: Record<string, unknown>) => Response): Record<string, unknown>[] {
  const bodies: Record<string, unknown>[] = [];
  vi.stubGlobal("fetch", (_: string, init: RequestInit) => {
    const body = JSON.parse(String(init.body)) as Record<string, unknown>;
    bodies.push(body);
    return Promise.resolve(answer(body));
  });
  return bodies;
}

const refused = (message: string) =>
  Response.json({ error: { message, type: "invalid_request_error" } }, { status: 400 });

async function collect(): Promise<ReplyEvent[]> {
  const all: ReplyEvent[] = [];
  for await (const batch of chat("http://gateway.test", request, new AbortController().signal))
    all.push(...batch);
  return all;
}

test("the limit is sent by its other name where the server asks for that one, and only what was chosen is sent", async () => {
  const bodies = serve((body) =>
    "max_tokens" in body
      ? refused(refusal)
      : new Response(stream.map((line) => `data: ${line}\n\n`).join(""), {
          headers: { "Content-Type": "text/event-stream" },
        }),
  );
  expect(await collect()).toEqual([
    { type: "opened" },
    { type: "text", text: "Hi" },
    { type: "finish", reason: "stop" },
    { type: "end" },
  ]);
  expect(bodies).toHaveLength(2);
  expect(bodies[0]).toMatchObject({ max_tokens: 50 });
  expect(bodies[1]).toMatchObject({ max_completion_tokens: 50 });
  expect(bodies.some((body) => "temperature" in body || "top_p" in body)).toBe(false);
});

test("another refusal is told as it is, once", async () => {
  const bodies = serve(() => refused("max_tokens is too large: 50"));
  const failure = await collect().catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(OllamaFailure);
  expect((failure as OllamaFailure).error).toMatchObject({
    kind: "http",
    status: 400,
    message: "max_tokens is too large: 50",
  });
  expect(bodies).toHaveLength(1);
});
