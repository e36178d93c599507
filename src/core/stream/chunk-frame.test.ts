import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeChunk, type ReplyBatch } from "./chat-chunk.ts";
import { frameOf, readFramed } from "./chunk-frame.ts";
import { addEvent } from "./reply.ts";
import type { ReplyEvent } from "./reply-event.ts";
import { createReplyReader } from "./reply-reader.ts";
import { createSseReader } from "./sse.ts";

const chunk = (delta: object, created = 1) =>
  JSON.stringify({ id: "c", created, model: "m", choices: [{ index: 0, delta, finish_reason: null }] });
const sent = (...payloads: readonly string[]) => payloads.map((payload) => `data: ${payload}\n\n`).join("");

describe("the frame of a chunk", () => {
  it.each([
    ["text", chunk({ role: "assistant", content: "one" }), "text"],
    ["reasoning beside an empty text", chunk({ content: "", reasoning: "one" }), "reasoning"],
    ["text that is also a name in the chunk", chunk({ content: "content" }), "text"],
    ["text in parts", chunk({ content: [{ type: "text", text: "one" }] }), "text"],
  ])("is found of %s", (_, payload, type) => {
    expect(frameOf(payload, "ollama")).toMatchObject({ type });
  });

  it.each([
    ["no text", chunk({ role: "assistant" })],
    ["two texts", chunk({ content: "one", reasoning: "two" })],
    ["a text that is written in another way", chunk({ content: "<" }).replace('"<"', String.raw`"\u003c"`)],
    ["a text that a later field repeats", chunk({ reasoning: "one", reasoning_content: "one" })],
    ["a fault", '{"error":"one","choices":[{"delta":{"content":"one"}}]}'],
    ["something else", "[DONE]"],
  ])("is not found of %s", (_, payload) => expect(frameOf(payload, "ollama")).toBeUndefined());

  it("reads the texts of the events with which a stream goes on, to the first that is another", () => {
    const frame = frameOf(chunk({ content: "one" }), "ollama");
    const rest = sent(chunk({ content: "" }), chunk({ content: "lost" }));
    const stream = sent(chunk({ content: "a" }), chunk({ content: ' "b"\n' })) + rest;
    expect(frame && readFramed(stream, frame)).toEqual({ texts: ["a", ' "b"\n'], rest });
  });
});

/** What a stream says, with each of its payloads parsed. */
function parsed(stream: string): ReplyBatch {
  const sse = createSseReader();
  const payloads = sse.push(stream);
  const events: ReplyEvent[] = [];
  for (const [index, payload] of [...payloads, ...sse.end()].entries()) {
    const batch = decodeChunk(payload);
    for (const event of batch.events) addEvent(events, event);
    const isCut = index >= payloads.length && batch.fault?.kind === "malformed";
    if (batch.fault && !isCut) return { events, fault: batch.fault };
  }
  return { events };
}

function read(stream: string, cuts: readonly number[]): ReplyBatch {
  const edges = [0, ...cuts.map((cut) => cut % (stream.length + 1)).toSorted((a, b) => a - b), stream.length];
  const reader = createReplyReader();
  const batches = edges.slice(1).map((end, index) => reader.push(stream.slice(edges[index], end)));
  const events: ReplyEvent[] = [];
  const all = [...batches, reader.end()];
  for (const event of all.flatMap((batch) => batch.events)) addEvent(events, event);
  const fault = all.find((batch) => batch.fault)?.fault;
  return fault ? { events, fault } : { events };
}

describe("a stream of which most chunks are alike", () => {
  const text = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom(" word", "{", "\n", '"', "\\", "\\n", "é", "🦙", "</think>", "\u007f"),
    },
    fc.string({ unit: "binary", minLength: 1 }),
  );
  const created = fc.constantFrom(1, 1, 1, 1, 2);
  const alike = fc.tuple(text, created).map(([content, at]) => sent(chunk({ content }, at)));
  const thought = text.map((reasoning) => sent(chunk({ content: "", reasoning })));
  const other = fc.constantFrom(
    sent(chunk({ content: "" })),
    sent(chunk({ content: "x" }).replace('"x"', String.raw`"\u003cb\u003e"`)),
    sent(chunk({ content: "x" }).replace('"x"', '"x\t"')),
    sent(chunk({ content: "x" }).replace('"x"', '"x" "y"')),
    sent(chunk({ content: "x" }).replace('"x"', String.raw`"x\"`)),
    sent(chunk({ content: "x" }), "[DONE]"),
    sent(chunk({ content: "x" })).replaceAll("\n", "\r\n"),
    sent(chunk({ content: "x" })).replaceAll("\n", "\r"),
    sent('{"error":"boom"}'),
    ": still there\n\n",
    "\n",
    '{"error":"bare"}\n',
    "data: {",
    `data: ${chunk({ content: "x" })}\n`,
  );
  const stream = fc
    .array(fc.oneof({ weight: 8, arbitrary: alike }, { weight: 2, arbitrary: thought }, other))
    // What comes first decides whether tags may follow.
    .map((events) => sent(chunk({ content: "Begun." })) + events.join(""));

  it("says what its payloads say, however it is cut", () => {
    fc.assert(
      fc.property(stream, fc.array(fc.nat()), (sentText, cuts) => {
        expect(read(sentText, cuts)).toEqual(parsed(sentText));
      }),
      { numRuns: 2000 },
    );
  });
});
