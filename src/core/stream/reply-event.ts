import type { ServerKind } from "#src/core/connection/server.ts";
import type { Usage } from "#src/core/conversation/message.ts";

/** More text of a kind, with how many pieces of the stream it came. */
export type TextEvent = {
  readonly type: "text" | "reasoning";
  readonly text: string;
  readonly pieces: number;
};

/** What a stream of `/v1/chat/completions` says, one at a time, whatever the server's dialect. */
export type ReplyEvent =
  /** Headers came: the server has begun to answer. */
  | { readonly type: "opened" }
  | TextEvent
  | { readonly type: "finish"; readonly reason: string }
  | { readonly type: "usage"; readonly usage: Usage }
  /** `[DONE]` */
  | { readonly type: "end" };

/** A request for one reply, in our own words. Names follow `/v1` where they mean the same. */
export type ChatRequest = {
  /** Whom it is made for; absent for Ollama. */
  readonly kind?: ServerKind;
  readonly model: string;
  readonly messages: readonly {
    readonly role: "system" | "user" | "assistant" | "tool";
    readonly content: string;
  }[];
  /** Always there for Ollama; for others only where the user chose it, as are all below. */
  readonly temperature?: number;
  readonly topP?: number;
  readonly maxTokens?: number;
  readonly seed?: number;
  readonly stop?: readonly string[];
  /** Sent only for models that can think. */
  readonly reasoningEffort?: "none" | "low" | "medium" | "high" | "max";
};
