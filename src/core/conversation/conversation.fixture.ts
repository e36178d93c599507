import type { Conversation } from "./message.ts";

/** A conversation of which no test cares for more than its patch says. */
export function conversationOf(patch: Pick<Conversation, "id"> & Partial<Conversation>): Conversation {
  return {
    title: "",
    createdAt: 1,
    updatedAt: 1,
    pinned: false,
    archived: false,
    systemPrompt: "",
    model: "m:latest",
    parameters: {},
    activeLeafId: null,
    ...patch,
  };
}
