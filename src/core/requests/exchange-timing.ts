import { type Exchange, isOver } from "./exchange.ts";

/** `head`: sent, until the head of the answer came; `body`: until its first bytes; `stream`: until its last. */
export type TimingPart = { readonly name: "head" | "body" | "stream" | "end"; readonly ms: number };

/**
 * What the time of a request went into, in order, in milliseconds; `passed` is how long ago it was sent, for what is not over. The
 * part that is under way comes last. `end` is what passed between the last bytes and the end.
 */
export function timingParts(exchange: Exchange, passed: number): readonly TimingPart[] {
  const end = durationOf(exchange, passed);
  const { headersAt = end, firstAt = end, lastAt = end } = exchange;
  const streamEnd = isOver(exchange) ? lastAt : end;
  const edges = [
    ["head", headersAt],
    ["body", Math.max(headersAt, firstAt)],
    ["stream", Math.max(firstAt, streamEnd)],
    ["end", end],
  ] as const;
  let from = 0;
  return edges.flatMap(([name, to]) => {
    const ms = Math.min(to, end) - from;
    from = Math.max(from, Math.min(to, end));
    return ms > 0 ? [{ name, ms }] : [];
  });
}

/** From sending to the end, in milliseconds, or what has passed so far. */
export function durationOf(exchange: Exchange, passed: number): number {
  return exchange.endedAt ?? Math.max(passed, exchange.lastAt ?? exchange.headersAt ?? 0);
}

/** Bytes that came in equal spans of time from the first chunk to the last: for a picture of `columns` columns. */
export function chunkColumns(exchange: Exchange, columns: number): readonly number[] {
  const { chunks } = exchange;
  const sums = Array.from({ length: columns }, () => 0);
  const from = chunks[0]?.at ?? 0;
  const span = Math.max(1, (chunks.at(-1)?.at ?? 0) - from);
  for (const { at, bytes } of chunks) {
    const column = Math.min(columns - 1, Math.floor(((at - from) / span) * columns));
    sums[column] = (sums[column] ?? 0) + bytes;
  }
  return sums;
}

/** The longest wait between two chunks, in milliseconds; `undefined` for fewer than two. */
export function longestGap({ chunks }: Exchange): number | undefined {
  let longest: number | undefined;
  for (let index = 1; index < chunks.length; index++) {
    const gap = (chunks[index]?.at ?? 0) - (chunks[index - 1]?.at ?? 0);
    longest = Math.max(longest ?? 0, gap);
  }
  return longest;
}
