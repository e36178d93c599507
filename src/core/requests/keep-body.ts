import { type ExchangeBody, noBody } from "./exchange.ts";
import { maskText } from "./mask.ts";

/** Bytes of a body that are kept. */
export const keptBytes = 1_000_000;

/** A body of which nothing but its size is kept. */
export function fileBody(bytes: number): ExchangeBody {
  return { ...noBody, bytes, isFile: true };
}

/** A decoder of bytes to text, as the platform has it. */
export type Decoder = { decode(bytes?: Uint8Array, options?: { stream: boolean }): string };

export type BodyKeeper = {
  readonly push: (bytes: Uint8Array) => void;
  /** After the last bytes: what is left of a line is kept, too. */
  readonly end: () => void;
  /** Lets go of the text, now and from now on. */
  readonly drop: () => void;
  readonly body: () => ExchangeBody;
};

/**
 * Keeps the first megabyte of a body as text, line by line, so that nothing is kept for longer than a line in which a secret is
 * not yet masked. `secrets` are masked wherever they stand.
 */
export function createBodyKeeper(decoder: Decoder, secrets: readonly string[]): BodyKeeper {
  let text = "";
  let line = "";
  let bytes = 0;
  let isMasked = false;
  let isGone = false;

  function keep(part: string): void {
    const masked = maskText(part, secrets);
    text += masked.text;
    isMasked ||= masked.isMasked;
  }

  function add(part: string): void {
    line += part;
    const end = part.includes("\n") ? line.lastIndexOf("\n") + 1 : 0;
    if (end === 0) return;
    keep(line.slice(0, end));
    line = line.slice(end);
  }

  return {
    push(piece) {
      const room = keptBytes - bytes;
      bytes += piece.length;
      if (isGone || room <= 0) return;
      add(decoder.decode(piece.length > room ? piece.subarray(0, room) : piece, { stream: true }));
      if (piece.length >= room) {
        keep(line);
        line = "";
      }
    },
    end() {
      if (isGone) return;
      // Of a body that is cut, the bytes of a character that is cut with it are left out.
      keep(line + (bytes > keptBytes ? "" : decoder.decode()));
      line = "";
    },
    drop() {
      isGone = true;
      text = "";
      line = "";
    },
    body: () => ({ text, bytes, isCut: bytes > keptBytes, isMasked, isGone, isFile: false }),
  };
}
