import "fake-indexeddb/auto";
import { IDBObjectStore } from "fake-indexeddb";
import { expect, it, vi } from "vitest";
import { conversationOf } from "#src/core/conversation/conversation.fixture.ts";
import type { ConversationId, Message, MessageId } from "#src/core/conversation/message.ts";
import { openStore } from "#src/storage/store.ts";
import { followChange, openConversation, startConversations, useConversations } from "./conversations.ts";

const id = "c1" as ConversationId;

const conversation = (leaf: string) => conversationOf({ id, activeLeafId: leaf as MessageId });

function message(name: string, parent: string | null, content: string): Message {
  return {
    id: name as MessageId,
    parentId: parent as MessageId | null,
    role: "user",
    content,
    createdAt: 1,
  };
}

it("what another tab tells while its branch is read is newer than what is read", async () => {
  const otherTab = await openStore();
  await otherTab.saveMessages(id, [message("a", null, "first")], conversation("a"));
  await startConversations();
  await openConversation(id);

  await otherTab.saveMessages(id, [message("b", "a", "half")], conversation("b"));
  const { getAll } = IDBObjectStore.prototype;
  let telling: Promise<void> | undefined;
  vi.spyOn(IDBObjectStore.prototype, "getAll").mockImplementation(function (this: IDBObjectStore, ...range) {
    if (this.name === "messages")
      telling ??= followChange({ type: "messages", id, messages: [message("b", "a", "whole")] });
    return getAll.apply(this, range);
  });
  await followChange({ type: "conversation", id });
  await telling;

  const { list, trees } = useConversations.getState();
  const texts = [...(trees.get(id)?.values() ?? [])].map(({ content }) => content);
  expect(list.get(id)?.activeLeafId).toBe("b");
  expect(texts).toEqual(["first", "whole"]);
});
