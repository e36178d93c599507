import type { ParsedMarkdown, PlacedNode } from "./parse.ts";

/** What is finished of the block that is still being written, so that a long one is not parsed whole each time. */
export interface OpenHead {
  /** Offset in the whole text from which on it is parsed again. */
  readonly end: number;
  /** What has to stand before that part for it to be read as what it is. */
  readonly prefix: string;
  /** The nodes for those that `prefix` and the part were parsed into; undefined when they do not go on with the head. */
  readonly join: (placed: readonly PlacedNode[]) => readonly PlacedNode[] | undefined;
}

/** `parsed`, made of a head's prefix and what follows it, with offsets that count from `origin` in the whole text. */
export function joinHead(head: OpenHead, parsed: ParsedMarkdown, origin: number): ParsedMarkdown | undefined {
  // A definition in it may be what the head refers to.
  if (parsed.placed.some((item) => item.definitions.length > 0)) return undefined;
  const joined = head.join(parsed.placed);
  if (!joined) return undefined;
  const by = head.end - head.prefix.length - origin;
  const moved = by === 0 ? joined : joined.map((item) => ({ ...item, start: item.start + by }));
  return { placed: moved, leaf: { ...parsed.leaf, start: Math.max(0, parsed.leaf.start + by) } };
}
