import { expect, test } from "vitest";
import { decodeExport } from "./import.ts";
import { encodeExport } from "./export.ts";
import type { Conversation, ConversationId, MessageId, Reply } from "./message.ts";

const conversation: Conversation = {
  id: "c" as ConversationId,
  title: "Where",
  createdAt: 1,
  updatedAt: 2,
  pinned: false,
  archived: false,
  systemPrompt: "",
  model: "llama3.2:latest",
  server: "auto",
  parameters: {},
  activeLeafId: "r" as MessageId,
};
const reply: Reply = {
  id: "r" as MessageId,
  parentId: null,
  role: "assistant",
  status: "done",
  content: "Here.",
  model: "llama3.2:latest",
  createdAt: 2,
  server: "http://shed:11434",
  triedServers: [
    { server: "http://home:11434", error: { kind: "http", status: 503, message: "busy" } },
    {
      server: "http://away:11434",
      error: { kind: "unreachable", url: "http://away:11434/v1/chat/completions" },
    },
  ],
};

test("where a conversation is asked, who answered and who did not go out and come back", () => {
  const decoded = decodeExport(encodeExport([{ conversation, messages: [reply] }], 3));
  expect(decoded).toEqual({ ok: true, conversations: [{ conversation, messages: [reply] }] });
});

test("a reason that only a newer version knows costs neither the reply nor the others", () => {
  const text = encodeExport([{ conversation, messages: [reply] }], 3).replace(
    '"kind":"unreachable"',
    '"kind":"new"',
  );
  const decoded = decodeExport(text);
  const [message] = (decoded.ok && decoded.conversations[0]?.messages) || [];
  expect(
    message && "triedServers" in message && message.triedServers?.map(({ error }) => error.kind),
  ).toEqual(["http", "app"]);
});
