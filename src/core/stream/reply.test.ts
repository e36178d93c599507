import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Reply } from "#src/core/conversation/message.ts";
import type { ReplyEvent } from "./reply-event.ts";
import { endReply, hasMoreToRead, addEvent, reduceReply } from "./reply.ts";

const base: Reply = {
  id: "r" as Reply["id"],
  parentId: null,
  role: "assistant",
  content: "",
  createdAt: 0,
  status: "waiting",
  model: "m",
};
const usage = { promptTokens: 1, completionTokens: 2 };

describe("a reply", () => {
  it("waits until the first character of reasoning or text", () => {
    const opened = reduceReply(base, { type: "opened" });
    expect(opened.status).toBe("waiting");
    expect(reduceReply(opened, { type: "reasoning", text: "r", pieces: 1 })).toMatchObject({
      status: "streaming",
      reasoning: "r",
    });
    expect(reduceReply(opened, { type: "text", text: "t", pieces: 1 })).toMatchObject({
      status: "streaming",
      content: "t",
    });
  });

  it.each<[string, Reply, ReplyEvent]>([
    ["opened", base, { type: "opened" }],
    ["empty text", base, { type: "text", text: "", pieces: 1 }],
    ["empty reasoning", base, { type: "reasoning", text: "", pieces: 1 }],
    [
      "the same finish",
      { ...base, status: "done", finishReason: "stop" },
      { type: "finish", reason: "stop" },
    ],
    ["an end after a finish", { ...base, status: "done" }, { type: "end" }],
    ["the same usage", { ...base, usage }, { type: "usage", usage: { ...usage } }],
    ["text after a stop", { ...base, status: "stopped" }, { type: "text", text: "late", pieces: 1 }],
  ])("stays the same object: %s", (_, reply, event) => expect(reduceReply(reply, event)).toBe(reply));

  it("takes usage after its finish", () => {
    const done = reduceReply(base, { type: "finish", reason: "length" });
    expect(reduceReply(done, { type: "usage", usage })).toMatchObject({
      status: "done",
      finishReason: "length",
      usage,
    });
  });

  it("is never a short success", () => {
    const half = reduceReply(base, { type: "text", text: "half", pieces: 1 });
    expect(endReply(half, { type: "closed" })).toMatchObject({ status: "interrupted", content: "half" });
    expect(endReply(half, { type: "stopped" })).toMatchObject({ status: "stopped", content: "half" });
    expect(endReply(half, { type: "error", error: { kind: "cut", how: "broken" } }).status).toBe(
      "interrupted",
    );
    expect(endReply(half, { type: "error", error: { kind: "lost-reason" } })).toMatchObject({
      status: "failed",
      content: "half",
    });
  });

  it("that is done stays so, whatever becomes of its connection", () => {
    const done = reduceReply(base, { type: "end" });
    expect(endReply(done, { type: "error", error: { kind: "cut", how: "broken" } })).toBe(done);
  });
});

describe("events that came together", () => {
  const text = fc.record({
    type: fc.constantFrom("text" as const, "reasoning" as const),
    text: fc.string(),
    pieces: fc.constant(1),
  });
  const other = fc.constantFrom<ReplyEvent>(
    { type: "opened" },
    { type: "finish", reason: "stop" },
    { type: "usage", usage },
    { type: "end" },
  );
  const together = (events: readonly ReplyEvent[]) => {
    const joined: ReplyEvent[] = [];
    for (const event of events) addEvent(joined, event);
    return joined;
  };
  it("give the same reply as one by one", () => {
    const events = fc.array(fc.oneof({ weight: 4, arbitrary: text }, other));
    fc.assert(
      fc.property(events, (many) => {
        expect(together(many).reduce(reduceReply, base)).toEqual(many.reduce(reduceReply, base));
      }),
    );
  });

  it("change it once for all text of a kind, and know of how many pieces that is", () => {
    const token = (type: "text" | "reasoning", characters: string): ReplyEvent => ({
      type,
      text: characters,
      pieces: characters.length,
    });
    const tokens = [token("reasoning", "a"), token("reasoning", "b"), token("text", "c"), token("text", "d")];
    expect(together(tokens)).toEqual([token("reasoning", "ab"), token("text", "cd")]);
  });
});

describe("more to read", () => {
  const before: Reply = { ...base, status: "streaming", content: "a" };
  it.each([
    ["", false],
    [" ", false],
    [" \t  ", false],
    ["\n> - ", false],
    [" |", false],
    ["**", false],
    ["\n```\n", false],
    [" b", true],
    ["*b", true],
    [".", true],
    ["1", true],
    ["\u00a0", true],
  ])("with %j at the end: %s", (text, expected) => {
    const after: Reply = { ...before, status: "done", content: before.content + text };
    expect(hasMoreToRead(after, before)).toBe(expected);
  });

  it("is in the reasoning and in text that was written anew", () => {
    expect(hasMoreToRead({ ...before, reasoning: "r" }, before)).toBe(true);
    expect(hasMoreToRead({ ...before, content: "b " }, before)).toBe(true);
  });
});
