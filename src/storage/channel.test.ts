import { afterEach, expect, test, vi } from "vitest";
import type { ConversationId, Message, MessageId } from "#src/core/conversation/message.ts";
import { type Change, openChannel } from "./channel.ts";

const id = "c" as ConversationId;
const message: Message = { id: "m" as MessageId, parentId: null, role: "user", content: "hi", createdAt: 1 };
const opened: BroadcastChannel[] = [];

/** Sends as another tab would. */
function send(data: unknown): void {
  const channel = opened[0] ?? new BroadcastChannel("candor");
  if (opened.length === 0) opened.push(channel);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel has no target
  channel.postMessage(data);
}

afterEach(() => {
  for (const channel of opened.splice(0)) channel.close();
  vi.unstubAllGlobals();
});

test("hears other tabs, not itself, and nothing that it does not understand", async () => {
  const one = openChannel();
  const seen: Change[] = [];
  const stop = openChannel().listen((change) => seen.push(change));
  one.post({ type: "all" });
  send("noise");
  for (const change of [
    { type: "conversation", id },
    { type: "odd" },
    { type: "deleted" },
    { type: "messages", id, messages: [message] },
    { type: "messages", id, messages: [{ ...message, content: 5 }] },
    { type: "settings" },
  ]) {
    send({ from: "other", change });
  }
  await vi.waitFor(() => expect(seen.at(-1)?.type).toBe("settings"));
  expect(seen).toEqual([
    { type: "conversation", id },
    { type: "messages", id, messages: [message] },
    { type: "messages", id },
    { type: "settings" },
  ]);
  stop();
});

test("is silent where there is no BroadcastChannel", () => {
  vi.stubGlobal("BroadcastChannel", undefined);
  const channel = openChannel();
  channel.post({ type: "all" });
  channel.listen(() => {})();
});
