/** The body of a request for a reply, as it goes over the wire. */
export type WireRequest = {
  readonly stream_options?: object | undefined;
  readonly max_tokens?: number | undefined;
  readonly [other: string]: unknown;
};

/**
 * The request as a server wants it that refused it, before anything was written; nothing where that is about something else. OpenAI's
 * newest models refuse `max_tokens` and name `max_completion_tokens`, which Ollama and others ignore; older gateways refuse
 * `stream_options`, and tell no usage.
 */
export function askedOtherwise(body: WireRequest, status: number, message: string): WireRequest | undefined {
  if (status !== 400 && status !== 422) return undefined;
  const { max_tokens: limit, stream_options: usage, ...rest } = body;
  if (usage && message.includes("stream_options")) return { ...rest, max_tokens: limit };
  if (limit !== undefined && message.includes("max_completion_tokens"))
    return { ...rest, stream_options: usage, max_completion_tokens: limit };
  return undefined;
}
