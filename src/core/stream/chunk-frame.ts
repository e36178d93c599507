import type { ServerKind } from "#src/core/connection/server.ts";
import { decodeChunk } from "./chat-chunk.ts";
import { parseJson } from "./json.ts";
import { isText } from "./reply.ts";
import type { TextEvent } from "./reply-event.ts";

/** An event of a stream around the one text that it says: what stands before and after the characters of that JSON string. */
export type ChunkFrame = {
  readonly type: TextEvent["type"];
  readonly before: string;
  readonly after: string;
};

/** What is written in JSON as it is. */
const plain = /^[^"\\\p{Cc}]+$/u;

/** Stands in for a text, to prove that a place in a chunk says it and nothing else does. */
const probe = "\u241f";

/** The frame of a payload that says one text and nothing else; `undefined` where that text is not written as JSON mostly is. */
export function frameOf(payload: string, kind: ServerKind): ChunkFrame | undefined {
  const event = onlyText(payload, kind);
  if (!event) return undefined;
  const literal = JSON.stringify(event.text);
  const at = payload.lastIndexOf(literal);
  const before = payload.slice(0, at + 1);
  const after = payload.slice(at + literal.length - 1);
  const proof = at < 0 ? undefined : onlyText(before + probe + after, kind);
  if (proof?.type !== event.type || proof.text !== probe) return undefined;
  return { type: event.type, before: `data: ${before}`, after: `${after}\n\n` };
}

/**
 * The texts of the events in a frame with which a stream goes on, and what is left of it. From token to token a server sends
 * the same chunk with another text: comparing what stays the same takes a fraction of the time of parsing it.
 */
export function readFramed(
  stream: string,
  { before, after }: ChunkFrame,
): { readonly texts: readonly string[]; readonly rest: string } {
  const texts: string[] = [];
  if (!stream.startsWith(before)) return { texts, rest: stream };
  const pieces = stream.slice(before.length).split(after + before);
  const last = pieces.pop() ?? "";
  if (last.endsWith(after)) pieces.push(last.slice(0, -after.length));
  let end = 0;
  for (const piece of pieces) {
    const text = plain.test(piece) ? piece : parseJson(`"${piece}"`);
    // Without text a chunk may say something else.
    if (typeof text !== "string" || text === "") break;
    texts.push(text);
    end += before.length + piece.length + after.length;
  }
  return { texts, rest: stream.slice(end) };
}

function onlyText(payload: string, kind: ServerKind): TextEvent | undefined {
  const { events, fault } = decodeChunk(payload, kind);
  const [event] = events;
  return event && isText(event) && events.length === 1 && !fault ? event : undefined;
}
