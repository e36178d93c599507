import { expect, it } from "vitest";
import { addressOf, conversationAt } from "./address.ts";
import type { ConversationId } from "./message.ts";

const ids = [
  "0b9d6c1e-7f1f-4a52-9f0e-6c4f5f0f7f10",
  "a/b",
  "a b?c#d",
  "100%",
  "%E0%A4%A",
  "ünï-対話",
] as ConversationId[];

it.each(ids)("leads to the conversation %j", (id) => {
  const address = addressOf(id);
  expect(address).toMatch(/^\/c\/[\w%.~!*'()-]+$/);
  expect(conversationAt(address)).toBe(id);
  // As the router hands it over.
  expect(conversationAt(decodeURI(address))).toBe(id);
});

it("knows what is no conversation", () => {
  for (const address of ["/", "/c", "/c/", "/c/a/b", "/models", "/models/c/a"]) {
    expect(conversationAt(address)).toBeNull();
  }
  expect(conversationAt("/c/%E0%A4%A")).toBe("%E0%A4%A");
});
