import { expect, test } from "vitest";
import { conversationOf } from "./conversation.fixture.ts";
import { encodeExport } from "./export.ts";
import type { ConversationId, Message, MessageId } from "./message.ts";

const conversation = conversationOf({ id: "c" as ConversationId });

function question(id: string, parentId: string | null, createdAt: number): Message {
  return {
    id: id as MessageId,
    parentId: parentId as MessageId | null,
    role: "user",
    content: id,
    createdAt,
  };
}

test("messages are exported by age, and never before their parent", () => {
  const messages = [
    question("d", "b", 5),
    question("c", "a", 3),
    question("b", "a", 3),
    question("a", null, 4),
  ];
  const { conversations } = JSON.parse(encodeExport([{ conversation, messages }], 0));
  const order = conversations[0].messages.map(({ id }: Message) => id);
  expect(order).toEqual(["a", "b", "c", "d"]);
});
