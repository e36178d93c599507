/** What a model of the fake server answers. */
export interface FakeReply {
  /** Before the text, in `reasoning_content`, as vLLM, llama.cpp and DeepSeek send it. */
  readonly think?: string;
  /** Pieces of the text, an event each. */
  readonly say: readonly string[];
  /** The body ends without `[DONE]` and without a reason. */
  readonly isCut?: boolean;
  /** An answer with an error status in place of a stream. */
  readonly refuse?: { readonly status: number; readonly message: string; readonly code?: string };
}

/** Replies by what they show; pass one to `script()`. */
export const replies = {
  plain: { say: ["Hello", " from a", " gateway."] },
  thinking: { think: "Let me see.", say: ["A considered", " answer."] },
  cut: { say: ["Half a"], isCut: true },
  rateLimited: {
    say: [],
    refuse: { status: 429, message: "Rate limit reached for requests", code: "rate_limit_exceeded" },
  },
} satisfies Record<string, FakeReply>;

/** The body of a streamed reply: an event a piece, usage where it is asked for, `[DONE]`. */
export function eventsOf(reply: FakeReply, model: string, includeUsage: boolean): string {
  const head = { id: "chatcmpl-fake", object: "chat.completion.chunk", created: 1_763_600_000, model };
  const chunk = (delta: object, reason: string | null = null) => ({
    ...head,
    choices: [{ index: 0, delta, finish_reason: reason }],
  });
  const usage = { prompt_tokens: 7, completion_tokens: reply.say.length, total_tokens: 7 + reply.say.length };
  const chunks: object[] = [
    chunk({ role: "assistant", content: "" }),
    ...(reply.think === undefined ? [] : [chunk({ reasoning_content: reply.think })]),
    ...reply.say.map((content) => chunk({ content })),
    ...(reply.isCut ? [] : [chunk({}, "stop")]),
    ...(reply.isCut || !includeUsage ? [] : [{ ...head, choices: [], usage }]),
  ];
  const done = reply.isCut ? "" : "data: [DONE]\n\n";
  return chunks.map((value) => `data: ${JSON.stringify(value)}\n\n`).join("") + done;
}
