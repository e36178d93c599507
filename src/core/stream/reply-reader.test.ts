import { describe, expect, it } from "vitest";
import { decodeChunk } from "./chat-chunk.ts";
import { errorOfBody } from "./error-text.ts";
import { createReplyReader } from "./reply-reader.ts";
import { createSseReader } from "./sse.ts";

const chunk = (delta: object, rest: object = {}): string =>
  JSON.stringify({ model: "m", choices: [{ index: 0, delta, finish_reason: null, ...rest }] });

const sse = (...payloads: string[]): string => payloads.map((payload) => `data: ${payload}\n\n`).join("");

function read(text: string) {
  const reader = createReplyReader();
  const first = reader.push(text);
  const last = reader.end();
  return { events: [...first.events, ...last.events], fault: first.fault ?? last.fault };
}

describe("server-sent events", () => {
  it.each([
    ["comments and fields that are not data", ": hello\nevent: x\nid: 1\nretry: 5\ndata: a\n\n", ["a"]],
    ["data on two lines", "data: a\ndata: b\n\n", ["a\nb"]],
    ["CRLF", "data: a\r\n\r\ndata: b\r\n\r\n", ["a", "b"]],
    ["CR alone", "data: a\r\rdata: b\r\r", ["a", "b"]],
    ["no space after the colon, two of them", "data:a\n\ndata:  b\n\n", ["a", " b"]],
    ["a last event without its blank line", "data: a\n\ndata: [DONE]", ["a", "[DONE]"]],
    ["a bare line of JSON", 'data: a\n\n{"error":"x"}\n', ["a", '{"error":"x"}']],
    ["nothing", "\n\n\n", []],
  ])("%s", (_, text, payloads) => {
    const whole = createSseReader();
    expect([...whole.push(text), ...whole.end()]).toEqual(payloads);
    const bitwise = createSseReader();
    expect([...[...text].flatMap((character) => bitwise.push(character)), ...bitwise.end()]).toEqual(
      payloads,
    );
  });
});

describe("a chunk", () => {
  it.each([
    ["no choices", '{"model":"m"}', []],
    ["empty choices", '{"model":"m","choices":[]}', []],
    ["null content", chunk({ content: null, role: "assistant" }), []],
    [
      "the older dialect: finish on a chunk with text",
      chunk({ role: "assistant", content: "x" }, { finish_reason: "stop" }),
      [
        { type: "text", text: "x", pieces: 1 },
        { type: "finish", reason: "stop" },
      ],
    ],
    [
      "reasoning_content",
      chunk({ reasoning_content: "r", content: "" }),
      [{ type: "reasoning", text: "r", pieces: 1 }],
    ],
    [
      "a whole completion",
      '{"model":"m","choices":[{"message":{"reasoning":"r","content":"t"},"finish_reason":"length"}],"usage":{"prompt_tokens":1,"completion_tokens":2}}',
      [
        { type: "reasoning", text: "r", pieces: 1 },
        { type: "text", text: "t", pieces: 1 },
        { type: "finish", reason: "length" },
        { type: "usage", usage: { promptTokens: 1, completionTokens: 2 } },
      ],
    ],
    ["the end", "[DONE]", [{ type: "end" }]],
  ])("%s", (_, payload, events) => expect(decodeChunk(payload)).toEqual({ events }));

  it.each([
    ["an empty model", '{"model":"","choices":[{"delta":{"content":""}}]}', { kind: "lost-reason" }],
    ["an error as text", '{"error":"boom"}', { kind: "in-stream", message: "boom" }],
    [
      "an error as an object",
      '{"error":{"message":"boom","code":null}}',
      { kind: "in-stream", message: "boom" },
    ],
    ["no JSON", `<html>${"x".repeat(300)}`, { kind: "malformed", sample: `<html>${"x".repeat(194)}` }],
    ["JSON that is no object", "[1]", { kind: "malformed", sample: "[1]" }],
  ])("with %s", (_, payload, fault) => expect(decodeChunk(payload)).toEqual({ events: [], fault }));
});

describe("a reader", () => {
  it("hands out what came before a fault in the same piece, and nothing after it", () => {
    const { events, fault } = read(sse(chunk({ content: "kept" }), "{bad", chunk({ content: "lost" })));
    expect(events).toEqual([{ type: "text", text: "kept", pieces: 1 }]);
    expect(fault).toEqual({ kind: "malformed", sample: "{bad" });
  });

  it.each(["\n", "\r\n", "\r"])("hands out a whole event at once, with lines that end in %j", (end) => {
    const stream = sse(chunk({ content: "a" }), chunk({ content: "b" })).replaceAll("\n", end);
    expect(createReplyReader().push(stream).events[0]).toMatchObject({ text: end === "\r" ? "a" : "ab" });
  });

  it("hands out text that was held back as a tag when a fault comes", () => {
    expect(read(sse(chunk({ content: "<thi" }), '{"error":"x"}')).events).toEqual([
      { type: "text", text: "<thi", pieces: 1 },
    ]);
  });

  it("takes an event that the end cut in two for a cut, not for a fault", () => {
    expect(read(`${sse(chunk({ content: "a" }))}data: {"choi`)).toEqual({
      events: [{ type: "text", text: "a", pieces: 1 }],
      fault: undefined,
    });
  });
});

const said = (text: string, size: number) => {
  const pieces = text.match(new RegExp(`[^]{1,${size}}`, "g")) ?? [];
  const { events } = read(sse(...pieces.map((content) => chunk({ content }))));
  const join = (type: string) =>
    events.map((event) => (event.type === type && "text" in event ? event.text : "")).join("");
  return { reasoning: join("reasoning"), text: join("text") };
};

describe("think tags", () => {
  it.each([
    ["<think>\nwhy\n</think>\n\nThe answer", "why\n", "The answer"],
    ["\n <think>why</think>so", "why", "so"],
    ["<think>\n\n</think>\n\nso", "", "so"],
    ["<think>never closed </thin", "never closed </thin", ""],
    ["<think>a < b </ </think c></think>x", "a < b </ </think c>", "x"],
    ["Use the <think>tag</think>", "", "Use the <think>tag</think>"],
    ["<think>a</think>b <think>c</think>", "a", "b <think>c</think>"],
    ["<thinking>", "", "<thinking>"],
    ["<", "", "<"],
    ["  \n", "", "  \n"],
  ])("%j", (text, reasoning, rest) => {
    for (let size = 1; size <= text.length; size++)
      expect(said(text, size)).toEqual({ reasoning, text: rest });
  });

  it("are text where the server told the reasoning apart", () => {
    const { events } = read(sse(chunk({ reasoning: "r" }), chunk({ content: "<think>x</think>" })));
    expect(events).toEqual([
      { type: "reasoning", text: "r", pieces: 1 },
      { type: "text", text: "<think>x</think>", pieces: 1 },
    ]);
  });
});

describe("the body of an error", () => {
  const nested = JSON.stringify({ error: JSON.stringify({ error: { code: 400, message: "no images" } }) });
  it.each([
    ["Ollama's", '{"error":"model \'x\' not found"}', { message: "model 'x' not found" }],
    ["OpenAI's", '{"error":{"message":"m","type":"api_error","param":null,"code":null}}', { message: "m" }],
    ["JSON in a string", nested, { message: "no images" }],
    [
      "JSON in a string in an object",
      JSON.stringify({ error: { message: nested } }),
      { message: "no images" },
    ],
    ["a repeated line", '{"error":"exit 1: bad tensor\\nbad tensor"}', { message: "exit 1: bad tensor" }],
    [
      "sign-in",
      '{"error":"unauthorized","signin_url":"https://o.example/c"}',
      { message: "unauthorized", signinUrl: "https://o.example/c" },
    ],
    [
      "sign-in by script",
      '{"error":"unauthorized","signin_url":"javascript:0"}',
      { message: "unauthorized" },
    ],
    ["a proxy's page", "<html><title>502 Bad Gateway</title>…", { message: "502 Bad Gateway" }],
    ["text", "404 page not found", { message: "404 page not found" }],
    ["words in braces", '{"error":"{not json"}', { message: "{not json" }],
    ["nothing", "", { message: "" }],
  ])("%s", (_, body, error) => expect(errorOfBody(body)).toEqual(error));
});
