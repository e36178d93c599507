import { describe, expect, it } from "vitest";
import type { Reply } from "#src/core/conversation/message.ts";
import type { OllamaError } from "#src/core/errors.ts";
import { createNdjsonReader } from "./ndjson.ts";
import type { ReplyEvent } from "./reply-event.ts";
import { createReplyReader } from "./reply-reader.ts";
import { addEvent, endReply, reduceReply } from "./reply.ts";

type Trace = {
  readonly case: string;
  readonly request: { readonly path: string };
  readonly response: {
    readonly status: number;
    readonly headers: readonly (readonly [string, string])[];
    readonly chunks: readonly { readonly text?: string; readonly base64?: string }[];
  };
};

const traces = Object.values(
  import.meta.glob<Trace>("/e2e/fixtures/traces/*.json", { eager: true, import: "default" }),
);

function streamsOf(type: string, path: RegExp): { name: string; body: Uint8Array<ArrayBuffer> }[] {
  return traces
    .filter(
      ({ request, response }) =>
        path.test(request.path) && response.status === 200 && hasType(response, type),
    )
    .map((trace) => ({ name: trace.case, body: bytesOf(trace) }));
}

function hasType({ headers }: Trace["response"], type: string): boolean {
  return headers.some(([name, value]) => name === "Content-Type" && value.startsWith(type));
}

function bytesOf({ response }: Trace): Uint8Array<ArrayBuffer> {
  const pieces = response.chunks.map(({ base64, text }) =>
    base64 === undefined
      ? new TextEncoder().encode(text)
      : Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)),
  );
  return Uint8Array.from(pieces.flatMap((piece) => [...piece]));
}

const chats = streamsOf("text/event-stream", /^\/v1\/chat\/completions$/);
const lines = streamsOf("application/x-ndjson", /^\/api\//);

/** Where to cut: at every byte of a short body into two, a long one a thousand times into up to six. */
function* cutsOf(length: number): Generator<readonly number[]> {
  if (length <= 16_384) {
    for (let at = 0; at <= length; at++) yield [at];
    return;
  }
  let seed = length;
  const next = (below: number): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  for (let run = 0; run < 1_000; run++) {
    yield Array.from({ length: 1 + next(5) }, () => next(length + 1)).toSorted((a, b) => a - b);
  }
}

function decoded(body: Uint8Array<ArrayBuffer>, cuts: readonly number[]): string[] {
  const decoder = new TextDecoder();
  const edges = [0, ...cuts, body.length];
  const texts = edges
    .slice(1)
    .map((end, index) => decoder.decode(body.subarray(edges[index], end), { stream: true }));
  return [...texts, decoder.decode()];
}

type Read = { readonly events: readonly ReplyEvent[]; readonly fault?: OllamaError | undefined };

function readReply(texts: readonly string[]): Read {
  const reader = createReplyReader();
  const batches = [...texts.map((text) => reader.push(text)), reader.end()];
  const events: ReplyEvent[] = [];
  for (const event of batches.flatMap((batch) => batch.events)) addEvent(events, event);
  return {
    events,
    fault: batches.find(({ fault }) => fault)?.fault,
  };
}

const texts = (events: readonly ReplyEvent[], type: "text" | "reasoning"): string =>
  events.map((event) => (event.type === type ? event.text : "")).join("");

describe("recorded chats", () => {
  it("are there", () => expect([chats.length > 25, lines.length > 25]).toEqual([true, true]));

  it.each(chats)("$name: the same events however it is cut", ({ body }) => {
    const whole = readReply(decoded(body, []));
    const expected = JSON.stringify(whole);
    for (const cuts of cutsOf(body.length)) {
      const read = readReply(decoded(body, cuts));
      if (JSON.stringify(read) !== expected) expect({ cuts, ...read }).toEqual(whole);
    }
  });

  it.each(chats)("$name: says what its payloads say", ({ name, body }) => {
    const payloads = new TextDecoder()
      .decode(body)
      .split("\n\n")
      .filter((event) => event.startsWith("data: {"))
      .map((event) => JSON.parse(event.slice(6)));
    const joined = (field: string) => payloads.map((chunk) => chunk.choices[0]?.delta[field] ?? "").join("");
    const { events } = readReply([new TextDecoder().decode(body)]);
    if (name === "v1-chat-tags") {
      expect(`<think>\n${texts(events, "reasoning")}</think>`).toBe(
        /^<think>[^]*<\/think>/.exec(joined("content"))?.[0],
      );
      expect(joined("content").endsWith(texts(events, "text"))).toBe(true);
    } else {
      expect(texts(events, "text")).toBe(joined("content"));
      expect(texts(events, "reasoning")).toBe(joined("reasoning"));
    }
  });

  it.each(chats)("$name: cut anywhere, is interrupted until its terminator came", ({ body }) => {
    const text = new TextDecoder().decode(body);
    // In a recorded stream the one chunk with a finish_reason stands whole on a line.
    const finish = /"finish_reason":"[a-z_]+"[^\n]*/.exec(text);
    const terminated = finish ? finish.index + finish[0].length : Infinity;
    const step = Math.max(1, Math.floor(text.length / 400));
    for (let end = 0; end <= text.length; end += step) {
      const { events, fault } = readReply([text.slice(0, end)]);
      const reply = events.reduce(reduceReply, waiting);
      const ended = endReply(reply, fault ? { type: "error", error: fault } : { type: "closed" });
      const expected = end >= terminated ? "done" : fault ? "failed" : "interrupted";
      expect({ end, status: ended.status }).toEqual({ end, status: expected });
      expect(ended.content).toBe(reply.content);
    }
  });

  it.each([
    ["v1-chat-runner-dies", { kind: "lost-reason" }],
    ["v1-chat-stream", undefined],
    ["v1-chat-debug-render-stream", undefined],
  ])("%s: fault", (name, fault) => {
    const body = chats.find((chat) => chat.name === name)?.body;
    expect(readReply([new TextDecoder().decode(body)]).fault).toEqual(fault);
  });
});

const readLines = (pieces: readonly string[]): string[] => {
  const reader = createNdjsonReader();
  return [...pieces.flatMap((text) => reader.push(text)), ...reader.end()];
};

describe("recorded NDJSON", () => {
  it.each(lines)("$name: the same lines however it is cut", ({ body }) => {
    const whole = new TextDecoder().decode(body).split("\n").filter(Boolean);
    const expected = JSON.stringify(whole);
    for (const cuts of cutsOf(body.length)) {
      const pieces = readLines(decoded(body, cuts));
      if (JSON.stringify(pieces) !== expected) expect({ cuts, pieces }).toEqual({ cuts, pieces: whole });
    }
  });
});

const waiting: Reply = {
  id: "r" as Reply["id"],
  parentId: null,
  role: "assistant",
  content: "",
  createdAt: 0,
  status: "waiting",
  model: "m",
};
