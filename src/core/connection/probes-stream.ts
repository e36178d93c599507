/** What came of a short streamed generation: when each network chunk arrived, and what the server says of itself. */
export type StreamSeen = {
  /** Milliseconds since the request left, one for each network chunk. */
  readonly arrivals: readonly number[];
  /** Tokens that were written, by the server's own count. */
  readonly tokens: number;
  /** How long the server took to write them, in milliseconds, by its own clock. */
  readonly writingMs: number;
};

/** `short`: it was written too quickly, or in too few tokens, for a difference to show. */
export type StreamVerdict = "streams" | "buffered" | "short";

/** Below this a burst proves nothing. */
const enoughMs = 250;
const enoughTokens = 8;

/**
 * Whether something on the way keeps a stream back and lets it go at once: the server says how long it wrote, so the first chunk
 * must have come about that long before the last.
 */
export function streamVerdict({ arrivals, tokens, writingMs }: StreamSeen): StreamVerdict {
  if (tokens < enoughTokens || writingMs < enoughMs) return "short";
  const spread = (arrivals.at(-1) ?? 0) - (arrivals[0] ?? 0);
  return spread < writingMs / 4 ? "buffered" : "streams";
}
