import * as v from "valibot";
import type { OllamaError } from "#src/core/errors.ts";
import type { Conversation, ConversationId, Message, MessageId } from "./message.ts";

/**
 * Shapes of conversations and messages as they are stored and exported. What this version does not know is kept,
 * and what only it knows may be absent, so that data travels between versions.
 */

const messageId = v.pipe(
  v.string(),
  v.nonEmpty(),
  v.transform((id) => id as MessageId),
);
const conversationId = v.pipe(
  v.string(),
  v.nonEmpty(),
  v.transform((id) => id as ConversationId),
);
/** The range of `Date`. */
const time = v.pipe(v.number(), v.minValue(-8.64e15), v.maxValue(8.64e15));
const amount = v.pipe(v.number(), v.finite());
const count = v.pipe(amount, v.minValue(0));

const knownError = v.variant("kind", [
  v.looseObject({ kind: v.literal("unreachable"), url: v.string(), finding: v.optional(v.string()) }),
  v.looseObject({ kind: v.literal("cut"), how: v.picklist(["ended", "broken", "tab"]) }),
  v.looseObject({
    kind: v.literal("http"),
    status: v.number(),
    message: v.string(),
    signinUrl: v.optional(v.string()),
  }),
  v.looseObject({ kind: v.literal("in-stream"), message: v.string() }),
  v.looseObject({ kind: v.literal("lost-reason"), modelLeftMemory: v.optional(v.boolean()) }),
  v.looseObject({ kind: v.literal("malformed"), sample: v.string() }),
  v.looseObject({ kind: v.literal("timeout"), afterMs: v.number() }),
  v.looseObject({ kind: v.literal("app"), message: v.string() }),
]);

/** An error of a kind that only a newer version knows must not cost its reply. */
const error = v.pipe(
  v.looseObject({ kind: v.string() }),
  v.transform((value) =>
    v.is(knownError, value) ? (value as OllamaError) : { kind: "app" as const, message: value.kind },
  ),
);

const common = { id: messageId, parentId: v.nullable(messageId), content: v.string(), createdAt: time };

const reply = v.looseObject({
  ...common,
  role: v.literal("assistant"),
  status: v.optional(
    v.picklist(["waiting", "streaming", "done", "stopped", "interrupted", "failed"]),
    "done",
  ),
  model: v.optional(v.string(), ""),
  reasoning: v.optional(v.string()),
  usage: v.optional(v.looseObject({ promptTokens: count, completionTokens: count })),
  timing: v.optional(
    v.looseObject({
      firstTokenMs: v.optional(amount),
      writingMs: v.optional(amount),
      thinkingMs: v.optional(amount),
      totalMs: amount,
    }),
  ),
  context: v.optional(
    v.looseObject({
      allocated: v.optional(count),
      unseen: v.optional(v.array(messageId)),
      isEstimate: v.optional(v.boolean()),
    }),
  ),
  finishReason: v.optional(v.string()),
  error: v.optional(error),
  continuedFrom: v.optional(messageId),
  continuedLength: v.optional(count),
  server: v.optional(v.string()),
  triedServers: v.optional(v.array(v.looseObject({ server: v.string(), error }))),
});

const prompt = v.looseObject({ ...common, role: v.picklist(["user", "system", "tool"]) });

const anyMessage = v.variant("role", [reply, prompt]);

/** A variant tries its shapes in turn, for each of a thousand messages that open together: of most the role says which. */
export const messageSchema = v.lazy((value) => {
  const role = typeof value === "object" && value !== null && "role" in value ? value.role : undefined;
  if (role === "assistant") return reply;
  return role === "user" ? prompt : anyMessage;
});

export const conversationSchema = v.looseObject({
  id: conversationId,
  title: v.optional(v.string(), ""),
  createdAt: time,
  updatedAt: time,
  pinned: v.optional(v.boolean(), false),
  archived: v.optional(v.boolean(), false),
  systemPrompt: v.optional(v.string(), ""),
  model: v.optional(v.string(), ""),
  server: v.optional(v.string()),
  parameters: v.optional(
    v.looseObject({
      temperature: v.optional(amount),
      topP: v.optional(amount),
      maxTokens: v.optional(amount),
      seed: v.optional(amount),
      stop: v.optional(v.array(v.string())),
    }),
    {},
  ),
  reasoning: v.optional(v.picklist(["on", "off", "low", "medium", "high", "max"])),
  activeLeafId: v.optional(v.nullable(messageId), null),
  attention: v.optional(v.picklist(["unread", "failed"])),
});

/** A message from data of any origin; undefined where it is broken. */
export function parseMessage(value: unknown): Message | undefined {
  const result = v.safeParse(messageSchema, value);
  return result.success ? (result.output as Message) : undefined;
}

/** A conversation from data of any origin; undefined where it is broken. */
export function parseConversation(value: unknown): Conversation | undefined {
  const result = v.safeParse(conversationSchema, value);
  return result.success ? (result.output as Conversation) : undefined;
}
