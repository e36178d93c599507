import { expect, test } from "vitest";
import type { Conversation } from "#src/core/conversation/message.ts";
import { lastUses } from "./library-use.ts";

function conversation(model: string, updatedAt: number): Conversation {
  return { model, updatedAt } as Conversation;
}

test("A model's last use is that of its latest conversation, under whatever form of its name", () => {
  const usedAt = lastUses([
    conversation("llama3.2", 10),
    conversation("qwen3:8b", 40),
    conversation("registry.ollama.ai/library/llama3.2:latest", 30),
    conversation("llama3.2:latest", 20),
    conversation("", 99),
  ]);
  expect(usedAt("llama3.2:latest")).toBe(30);
  expect(usedAt("qwen3:8b")).toBe(40);
  expect(usedAt("qwen3:14b")).toBeUndefined();
});
