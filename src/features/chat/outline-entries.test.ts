import { expect, test } from "vitest";
import type { Message, MessageId, Reply } from "#src/core/conversation/message.ts";
import { outlineEntries } from "./outline-entries.ts";

const question = (id: string, content: string): Message => ({
  id: id as MessageId,
  parentId: null,
  role: "user",
  content,
  createdAt: 0,
});
const reply = (id: string, content: string): Reply => ({
  id: id as MessageId,
  parentId: null,
  role: "assistant",
  content,
  createdAt: 0,
  status: "done",
  model: "m",
});

test("questions are numbered, and headings indented by the depths that their reply uses", () => {
  const path = [
    { ...question("s", "Be kind"), role: "system" } as Message,
    question("a", "First\nmore"),
    reply("b", "## Two\n\n#### Four\n\n## Again\n"),
    question("c", "Second"),
    reply("d", "No headings"),
  ];
  expect(outlineEntries(path).map(({ title, level, number }) => [title, level, number])).toEqual([
    ["First", 0, 1],
    ["Two", 1, 0],
    ["Four", 2, 1],
    ["Again", 1, 2],
    ["Second", 0, 2],
  ]);
});

test("of a reply that is being written, what is written counts, not what is kept", () => {
  const path = [question("a", "Go"), reply("b", "")];
  expect(outlineEntries(path, [reply("b", "# New")]).map(({ title }) => title)).toEqual(["Go", "New"]);
});
