import { expect, test } from "vitest";
import type { Conversation, ConversationId } from "#src/core/conversation/message.ts";
import { conversationsWith } from "./model-use.ts";

const here = "http://localhost:11434";

function conversation(id: string, updatedAt: number, more: Partial<Conversation>) {
  return [id as ConversationId, { id, updatedAt, ...more } as Conversation] as const;
}

test("conversations with a model are those of its server, of none and by rule, the latest first", () => {
  const all = new Map([
    conversation("old", 1, { model: "llama3.2" }),
    conversation("here", 3, { model: "llama3.2:latest", server: here }),
    conversation("rule", 2, { model: "LLAMA3.2", server: "auto" }),
    conversation("elsewhere", 4, { model: "llama3.2:latest", server: "http://shed:11434" }),
    conversation("other", 5, { model: "qwen3:8b" }),
  ]);
  expect(conversationsWith(all, "llama3.2:latest", here).map(({ id }) => id)).toEqual([
    "here",
    "rule",
    "old",
  ]);
});
