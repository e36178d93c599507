import * as v from "valibot";
import type { ConversationId, Message } from "#src/core/conversation/message.ts";
import { parseMessage } from "#src/core/conversation/record-schema.ts";
import { newId } from "./new-id.ts";

/** What a tab changed in the storage that all tabs share. Messages without their content are to be read again. */
export type Change =
  | { readonly type: "conversation"; readonly id: ConversationId }
  | { readonly type: "deleted"; readonly id: ConversationId }
  | { readonly type: "messages"; readonly id: ConversationId; readonly messages?: readonly Message[] }
  | { readonly type: "all" }
  | { readonly type: "settings" };

export type Channel = {
  /** Tells all other tabs. */
  readonly post: (change: Change) => void;
  /** Calls back for what other tabs tell; returns how to stop. */
  readonly listen: (listener: (change: Change) => void) => () => void;
};

const envelope = v.object({ from: v.string(), change: v.looseObject({ type: v.string() }) });
const ofConversation = v.object({
  type: v.picklist(["conversation", "deleted", "messages"]),
  id: v.string(),
  messages: v.optional(v.array(v.unknown())),
});
const tab = newId();

/** The channel between the app's tabs; silent where the browser has no BroadcastChannel. */
export function openChannel(): Channel {
  const channel = broadcast();
  return {
    post(change) {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel has no target
      channel?.postMessage({ from: tab, change });
    },
    listen(listener) {
      function follow(event: MessageEvent<unknown>): void {
        const change = parse(event.data);
        if (change) listener(change);
      }
      channel?.addEventListener("message", follow);
      return () => channel?.removeEventListener("message", follow);
    },
  };
}

function broadcast(): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel("candor");
  } catch {
    return undefined;
  }
}

/** Tabs may run different versions of the app, so what they say is checked. */
function parse(data: unknown): Change | undefined {
  const sent = v.safeParse(envelope, data);
  if (!sent.success || sent.output.from === tab) return undefined;
  const { change } = sent.output;
  if (change.type === "all" || change.type === "settings") return { type: change.type };
  const parsed = v.safeParse(ofConversation, change);
  if (!parsed.success) return undefined;
  const id = parsed.output.id as ConversationId;
  const { type, messages } = parsed.output;
  if (type !== "messages" || !messages) return { type, id };
  const read = messages.flatMap((message) => parseMessage(message) ?? []);
  return read.length === messages.length ? { type, id, messages: read } : { type, id };
}
