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
    { type: "text", text: "Hi", pieces: 1 },
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

const whole = (lines: readonly string[]) =>
  new Response(lines.map((line) => `data: ${line}\n\n`).join(""), {
    headers: { "Content-Type": "text/event-stream" },
  });

test("a server that takes no stream_options is asked without them, and with the other limit if it wants that too", async () => {
  // As FastAPI answers where a model of its own forbids what it does not know.
  const detail = [
    { type: "extra_forbidden", loc: ["body", "stream_options"], msg: "Extra inputs are not permitted" },
  ];
  const bodies = serve((body) => {
    if ("stream_options" in body) return Response.json({ detail }, { status: 422 });
    return "max_tokens" in body ? refused(refusal) : whole(stream);
  });
  expect((await collect()).at(-1)).toEqual({ type: "end" });
  expect(
    bodies.map((body) =>
      ["stream_options", "max_tokens", "max_completion_tokens"].filter((name) => name in body),
    ),
  ).toEqual([["stream_options", "max_tokens"], ["max_tokens"], ["max_completion_tokens"]]);
});

test("a server that goes on refusing is asked no more than once for each", async () => {
  const bodies = serve(() => refused("stream_options and max_completion_tokens, whatever you send"));
  await expect(collect()).rejects.toBeInstanceOf(OllamaFailure);
  expect(bodies).toHaveLength(3);
});

test("content and thoughts in parts are text and thoughts", async () => {
  // docs.mistral.ai, reasoning: `content` of Magistral's deltas is a list while it thinks.
  serve(() =>
    whole([
      '{"choices":[{"index":0,"delta":{"content":[{"type":"thinking","thinking":[{"type":"text","text":"Hm."}]}]}}],"model":"m"}',
      '{"choices":[{"index":0,"delta":{"content":[{"type":"text","text":"Well"}]}}],"model":"m"}',
      '{"choices":[{"index":0,"delta":{"content":", yes."},"finish_reason":"stop"}],"model":"m"}',
      "[DONE]",
    ]),
  );
  const events = await collect();
  expect(events.filter(({ type }) => type === "reasoning" || type === "text")).toEqual([
    { type: "reasoning", text: "Hm.", pieces: 1 },
    { type: "text", text: "Well, yes.", pieces: 2 },
  ]);
});

test("thoughts stand in whichever of the two fields has them", async () => {
  serve(() =>
    whole([
      '{"choices":[{"delta":{"reasoning":"","reasoning_content":"One"},"index":0}],"model":"m"}',
      '{"choices":[{"delta":{"reasoning":"Two","reasoning_content":"Two"},"index":0}],"model":"m"}',
      '{"choices":[{"delta":{"reasoning":null,"content":"Three"},"finish_reason":"stop","index":0}],"model":"m"}',
    ]),
  );
  const texts = (await collect()).flatMap((event) => ("text" in event ? [event.text] : []));
  expect(texts).toEqual(["OneTwo", "Three"]);
});

test("a refusal of the model itself is what it said", async () => {
  serve(() =>
    whole([
      '{"choices":[{"delta":{"content":null,"refusal":"I cannot help."},"index":0}],"model":"m"}',
      '{"choices":[{"delta":{},"finish_reason":"stop","index":0}],"model":"m"}',
      "[DONE]",
    ]),
  );
  expect(await collect()).toContainEqual({ type: "text", text: "I cannot help.", pieces: 1 });
});
