import type { ServerKind } from "#src/core/connection/server.ts";
import type { OllamaError } from "#src/core/errors.ts";
import { decodeChunk, type ReplyBatch } from "./chat-chunk.ts";
import { type ChunkFrame, frameOf, readFramed } from "./chunk-frame.ts";
import { addEvent } from "./reply.ts";
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

/**
 * The stream of `/v1/chat/completions` as text, in any pieces, to events: texts of a kind that come together as one. The same
 * text gives the same events, however cut.
 */
export function createReplyReader(kind: ServerKind = "ollama"): ReplyReader {
  const sse = createSseReader();
  const tags = createThinkTags();
  /** What the latest chunk but for its text was. */
  let frame: ChunkFrame | undefined;
  /** The unfinished line after the last whole event. */
  let held = "";
  /** Whether what comes next begins with `held` and is a new event. */
  let isBetween = true;
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

  function read(events: ReplyEvent[], payloads: readonly string[], isLast: boolean): void {
    for (const payload of payloads) {
      if (fault) break;
      const batch = decodeChunk(payload, kind);
      for (const event of batch.events.flatMap(tell)) addEvent(events, event);
      // An event that the end of the body cut in two is no fault of the server's: the stream is cut.
      if (!(isLast && batch.fault?.kind === "malformed")) fault = batch.fault;
    }
    const latest = payloads.at(-1);
    if (latest !== undefined) frame = frameOf(latest, kind);
    if (fault || isLast) for (const one of tags.end()) addEvent(events, one);
  }

  /** Takes what goes on as the latest chunk did; the rest is for `sse`. */
  function readAlike(events: ReplyEvent[], stream: string): string {
    if (!frame || !isBetween || !tags.areOver()) return stream;
    const { texts, rest } = readFramed(stream, frame);
    if (texts.length > 0) addEvent(events, { type: frame.type, text: texts.join(""), pieces: texts.length });
    return rest;
  }

  const batchOf = (events: readonly ReplyEvent[]): ReplyBatch => (fault ? { events, fault } : { events });

  return {
    push(text) {
      const events: ReplyEvent[] = [];
      if (fault) return batchOf(events);
      if (!/[\r\n]/.test(text)) {
        held += text;
        return { events };
      }
      const rest = readAlike(events, held + text);
      const end = rest.includes("\r") ? rest.length : rest.lastIndexOf("\n") + 1;
      held = rest.slice(end);
      if (end > 0) {
        const lines = rest.slice(0, end);
        isBetween = lines.endsWith("\n\n");
        read(events, sse.push(lines), false);
      }
      return batchOf(events);
    },
    end() {
      const events: ReplyEvent[] = [];
      if (!fault) read(events, [...sse.push(held), ...sse.end()], true);
      return batchOf(events);
    },
    hasTerminator: () => isTerminated,
  };
}
