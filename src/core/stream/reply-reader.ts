import type { ServerKind } from "#src/core/connection/server.ts";
import type { OllamaError } from "#src/core/errors.ts";
import { decodeChunk, type ReplyBatch } from "./chat-chunk.ts";
import type { ReplyEvent } from "./reply-event.ts";
import { createSseReader } from "./sse.ts";
import { createThinkTags } from "./think-tags.ts";

export type ReplyReader = {
  /** Decoded text of one network chunk, cut anywhere. After a fault nothing more is read. */
  push(text: string): ReplyBatch;
  /** At the end of the bytes, whole or broken: what was held back. */
  end(): ReplyBatch;
  /** Whether a `finish_reason` or `[DONE]` came: without either the reply was cut. */
  hasTerminator(): boolean;
};

/** The stream of `/v1/chat/completions` as text, in any pieces, to events. The same text gives the same events, however cut. */
export function createReplyReader(kind: ServerKind = "ollama"): ReplyReader {
  const sse = createSseReader();
  const tags = createThinkTags();
  let fault: OllamaError | undefined;
  let isTerminated = false;

  function tell(event: ReplyEvent): readonly ReplyEvent[] {
    switch (event.type) {
      case "text":
        return tags.push(event.text);
      case "reasoning":
        return [...tags.skip(), event];
      case "finish":
      case "end":
        isTerminated = true;
        return [...tags.end(), event];
      case "opened":
      case "usage":
        return [event];
    }
  }

  function read(payloads: readonly string[], isLast: boolean): ReplyBatch {
    const events: ReplyEvent[] = [];
    for (const payload of payloads) {
      if (fault) break;
      const batch = decodeChunk(payload, kind);
      for (const event of batch.events) events.push(...tell(event));
      // An event that the end of the body cut in two is no fault of the server's: the stream is cut.
      if (!(isLast && batch.fault?.kind === "malformed")) fault = batch.fault;
    }
    if (fault || isLast) events.push(...tags.end());
    return fault ? { events, fault } : { events };
  }

  return {
    push: (text) => (fault ? { events: [], fault } : read(sse.push(text), false)),
    end: () => (fault ? { events: [], fault } : read(sse.end(), true)),
    hasTerminator: () => isTerminated,
  };
}
