import type { AnyDefinition, PlacedNode } from "./parse.ts";

/** A top-level node with the source from its first line to the next node's. It parses alone as it does in the text. */
export interface Piece extends PlacedNode {
  readonly source: string;
}

const bareMarker = /^[ \t]*(?:[-+*]|\d{1,9}[.)]?)[ \t]*$/;
const titleMark = /^[ \t]*["'(]/;
const oneLine = /[\r\n]/;
const twoLines = /(?:\r\n|\r(?!\n)|\n)[^]*[\r\n]/;

/** Splits `source` where its nodes start; blank lines before the first belong to it. */
export function splitPieces(source: string, placed: readonly PlacedNode[]): readonly Piece[] {
  return placed.map((item, index) => {
    const own = source.slice(index === 0 ? 0 : item.start, placed[index + 1]?.start);
    if (index > 0 || item.start === 0) return { ...item, source: own };
    const parts = item.parts.map((part) => ({ ...part, start: part.start + item.start }));
    return { ...item, start: 0, parts, source: own };
  });
}

/**
 * Whether `before` ends where `after` starts whatever is written next: blocks are read one after the other, so only the
 * lines that decide it have to be whole. After a blank line only a list can go on, so there the first word decides.
 */
function isSettled(before: Piece, after: Piece, rest: string): boolean {
  if (after.isApart) {
    if (before.node.type !== "list" || oneLine.test(rest)) return true;
    return after.node.type !== "thematicBreak" && !bareMarker.test(rest);
  }
  // A title of more than one line may still come to its end.
  if (before.node.type === "definition" && titleMark.test(rest)) return false;
  return (after.node.type === "table" ? twoLines : oneLine).test(rest);
}

/** How many of the pieces of `source` no further text can change. */
export function countSettled(source: string, pieces: readonly Piece[]): number {
  for (let index = pieces.length - 1; index > 0; index -= 1) {
    const before = pieces[index - 1];
    const after = pieces[index];
    if (before && after && isSettled(before, after, source.slice(after.start))) return index;
  }
  return 0;
}

export const definitionsOf = (pieces: readonly Piece[]): readonly AnyDefinition[] =>
  pieces.flatMap((piece) => piece.definitions);
