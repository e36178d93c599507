import { describe, expect, it } from "vitest";
import type { Message, MessageId } from "#src/core/conversation/message.ts";
import { countFar, groupGap, groupOf, groupsOf, heightOf } from "./far-messages.ts";

const message = (content: string): Message => ({
  id: "m" as MessageId,
  parentId: null,
  role: "user",
  content,
  createdAt: 0,
});

const long = message("word ".repeat(20_000));
const short = Array.from({ length: 1000 }, () => message("a line"));

describe("groupsOf", () => {
  it("holds every message once, in order", () => {
    const path = [...short.slice(0, 70), long, long, message("a")];
    expect(groupsOf(path).flatMap(({ messages }) => messages)).toEqual(path);
  });

  it("keeps its groups when a path grows", () => {
    const before = groupsOf(short.slice(0, 100));
    const after = groupsOf(short.slice(0, 140));
    expect(after.slice(0, before.length - 1)).toEqual(before.slice(0, -1));
  });

  it("leaves a long message alone in its group", () => {
    expect(groupsOf([long, long, message("a")]).map(({ messages }) => messages.length)).toEqual([1, 1, 1]);
  });
});

describe("heightOf", () => {
  it("is that of the groups with the gaps between them", () => {
    const groups = groupsOf([long, long, long]);
    expect(heightOf(groups)).toBe(3 * (groups[0]?.height ?? 0) + 2 * groupGap);
    expect(heightOf(groups.slice(0, 1))).toBe(groups[0]?.height);
  });
});

describe("countFar", () => {
  it("draws a conversation of ordinary length whole", () => {
    expect(countFar([], 800)).toBe(0);
    expect(countFar(groupsOf([message("a"), message("b\nc")]), 800)).toBe(0);
  });

  it("draws a few screens of a long one, from its end", () => {
    const groups = groupsOf(short);
    expect(groups.length).toBeGreaterThan(20);
    expect(groups.length - countFar(groups, 800)).toBeGreaterThan(1);
    expect(groups.length - countFar(groups, 800)).toBeLessThan(5);
  });

  it("draws the last message however long it is", () => {
    expect(countFar(groupsOf([long, long]), 800)).toBe(1);
    expect(countFar(groupsOf([message("a"), message("b"), long]), 800)).toBe(0);
  });
});

describe("groupOf", () => {
  it("finds the group of a message, and none of one that is not there", () => {
    const groups = groupsOf([...short.slice(0, 70), { ...long, id: "far" as MessageId }, long]);
    const index = groupOf("far", groups) ?? -1;
    expect(groups[index]?.messages.at(-1)?.id).toBe("far");
    expect(groupOf("gone", groups)).toBeUndefined();
    expect(groupOf(undefined, groups)).toBeUndefined();
  });
});
