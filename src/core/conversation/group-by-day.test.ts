import { expect, test } from "vitest";
import { groupByDay } from "./group-by-day.ts";
import type { Conversation, ConversationId } from "./message.ts";

function conversation(id: string, updatedAt: string, more: Partial<Conversation> = {}): Conversation {
  return {
    id: id as ConversationId,
    title: id,
    createdAt: 0,
    updatedAt: Date.parse(updatedAt),
    pinned: false,
    archived: false,
    systemPrompt: "",
    model: "",
    parameters: {},
    activeLeafId: null,
    ...more,
  };
}

function grouped(conversations: readonly Conversation[], now: string, offset: number) {
  return groupByDay(conversations, Date.parse(now), offset).map(({ name, conversations: list }) => [
    name,
    list.map(({ id }) => id),
  ]);
}

test("groups by days before now, newest first", () => {
  const list = [
    conversation("older", "2025-12-31T23:00:00Z"),
    conversation("month", "2026-03-01T00:00:00Z"),
    conversation("week", "2026-03-13T10:00:00Z"),
    conversation("yesterday", "2026-03-19T23:59:59Z"),
    conversation("early", "2026-03-20T00:00:00Z"),
    conversation("late", "2026-03-20T11:00:00Z"),
    conversation("ahead", "2026-03-21T11:00:00Z"),
    conversation("kept", "2020-01-01T00:00:00Z", { pinned: true }),
    conversation("put away", "2026-03-20T11:00:00Z", { archived: true }),
    conversation("oldest", "2025-12-01T00:00:00Z"),
  ];
  expect(grouped(list, "2026-03-20T12:00:00Z", 0)).toEqual([
    ["pinned", ["kept"]],
    ["today", ["ahead", "late", "early"]],
    ["yesterday", ["yesterday"]],
    ["week", ["week"]],
    ["month", ["month"]],
    [{ year: 2025, month: 12 }, ["older", "oldest"]],
  ]);
});

test("days are those of the user's time zone", () => {
  const list = [conversation("a", "2026-03-19T22:30:00Z")];
  // Moscow is three hours ahead of UTC, so its offset is −180.
  expect(grouped(list, "2026-03-20T12:00:00Z", -180)).toEqual([["today", ["a"]]]);
  expect(grouped(list, "2026-03-20T12:00:00Z", 0)).toEqual([["yesterday", ["a"]]]);
});

test("nothing gives no groups", () => {
  expect(groupByDay([], 0, 0)).toEqual([]);
});
