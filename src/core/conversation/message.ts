import type { OllamaError } from "#src/core/errors.ts";

export type ConversationId = string & { readonly __brand: "ConversationId" };
export type MessageId = string & { readonly __brand: "MessageId" };

/** As in the interface contract: `data-status` of a reply. */
type ReplyStatus = "waiting" | "streaming" | "done" | "stopped" | "interrupted" | "failed";

/** Tokens as the server counted them. */
export type Usage = { readonly promptTokens: number; readonly completionTokens: number };

/** Measured in this browser, in milliseconds from the moment the request was sent. */
type Timing = {
  readonly firstTokenMs?: number;
  /** From the first to the last character of the reply. */
  readonly writingMs?: number;
  readonly thinkingMs?: number;
  readonly totalMs: number;
};

/** What the server's context was when the reply was made, and which messages it had dropped. */
type ContextUse = {
  /** Tokens of context that the server had allocated, from `/api/ps`. */
  readonly allocated?: number;
  /** Messages that the model did not see. */
  readonly unseen?: readonly MessageId[];
  /** True where `unseen` is worked out here, not told by the server. */
  readonly isEstimate?: boolean;
};

type Common = {
  readonly id: MessageId;
  readonly parentId: MessageId | null;
  readonly content: string;
  /** Milliseconds since 1970 UTC. */
  readonly createdAt: number;
};

export type Reply = Common & {
  readonly role: "assistant";
  readonly status: ReplyStatus;
  readonly model: string;
  readonly reasoning?: string;
  readonly usage?: Usage;
  readonly timing?: Timing;
  readonly context?: ContextUse;
  readonly finishReason?: string;
  readonly error?: OllamaError;
  /** The reply whose text this one goes on from: the first `continuedLength` characters of `content` are its. */
  readonly continuedFrom?: MessageId;
  readonly continuedLength?: number;
  /** Address of the server that answered, or was asked last. */
  readonly server?: string;
  /** Servers that were asked before it, in this order, and why they gave nothing. */
  readonly triedServers?: readonly TriedServer[];
};

export type TriedServer = { readonly server: string; readonly error: OllamaError };

export type Prompt = Common & { readonly role: "user" | "system" | "tool" };

/** One node of a conversation's tree; `parentId` is the only link. */
export type Message = Reply | Prompt;

export function isReply(message: Message): message is Reply {
  return message.role === "assistant";
}

/** How a whole reply ended that a reader may take for broken: at the limit of its length, or without a word. */
export function oddEnding({ status, content, finishReason }: Reply): "length" | "empty" | undefined {
  if (finishReason === "length") return "length";
  return status === "done" && content.trim() === "" ? "empty" : undefined;
}

/** Whether a reply is still being made: it has a writer, or had one that died with its tab. */
export function isOpen(reply: Reply): boolean {
  return reply.status === "waiting" || reply.status === "streaming";
}

/** Sampling that the user set; what is absent is the model's or Ollama's. */
export type Parameters = {
  readonly temperature?: number;
  readonly topP?: number;
  readonly maxTokens?: number;
  readonly seed?: number;
  readonly stop?: readonly string[];
};

export type ReasoningEffort = "on" | "off" | "low" | "medium" | "high" | "max";

/** A conversation without its messages: what the sidebar needs, and the settings of its runs. */
export type Conversation = {
  readonly id: ConversationId;
  readonly title: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly pinned: boolean;
  readonly archived: boolean;
  readonly systemPrompt: string;
  readonly model: string;
  /** Address of the server that is asked, or `byRule`; absent for the one in use. */
  readonly server?: string | undefined;
  readonly parameters: Parameters;
  readonly reasoning?: ReasoningEffort | undefined;
  readonly activeLeafId: MessageId | null;
  /** The end of its last run, until the user has looked at it. */
  readonly attention?: "unread" | "failed" | undefined;
};
