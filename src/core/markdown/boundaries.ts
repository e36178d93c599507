import type { RootContent } from "mdast";
import type { AnyDefinition, PlacedNode } from "./parse.ts";

/** Top-level nodes which parse on their own as they do in the whole text: nearly always one. */
export interface Piece {
  readonly placed: readonly [PlacedNode, ...PlacedNode[]];
  /** Offset of its first line. */
  readonly start: number;
  readonly source: string;
  readonly nodes: readonly RootContent[];
  readonly definitions: readonly AnyDefinition[];
}

export const blankLine = /(?:\r\n|\r(?!\n)|\n)[ \t]*[\r\n]/;
const lineEnd = /[\r\n]/g;
const indented = /^ {0,3}(?:\t| {4})/;
const bareMarker = /^[ \t]*(?:[-+*]|\d{1,9}[.)]?)[ \t]*$/;
const endsWithItsLine: readonly string[] = ["heading", "thematicBreak"];
const isItselfAnywhere: readonly string[] = ["heading", "thematicBreak", "code"];

const isIndented = (source: string, { node, start, end }: PlacedNode): boolean =>
  node.type === "code" && indented.test(source.slice(start, end));

/**
 * Whether `after` has to be parsed together with `before`. Without a blank line between them, what `after` may be
 * depends on what it interrupts (micromark carries that through the whole first line, into containers too), and a
 * definition may find its title on the lines that follow.
 */
function isGlued(source: string, before: PlacedNode, after: PlacedNode): boolean {
  // Micromark takes indented code for unfinished beyond blank lines, divides it otherwise after an empty item, and
  // counts the blank lines between two lists into the second.
  if (before.node.type === "list" && after.node.type === "list") return true;
  if (isIndented(source, before) || isIndented(source, after)) return true;
  if (blankLine.test(source.slice(before.end, after.start))) return false;
  if (before.node.type === "definition") return true;
  return !endsWithItsLine.includes(before.node.type) && !isItselfAnywhere.includes(after.node.type);
}

/** Splits the nodes of `source` into pieces. */
export function splitPieces(source: string, placed: readonly PlacedNode[]): readonly Piece[] {
  const groups: [PlacedNode, ...PlacedNode[]][] = [];
  for (const item of placed) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    if (group && before && isGlued(source, before, item)) group.push(item);
    else groups.push([item]);
  }
  return groups.map((group, index) => {
    const [{ start }] = group;
    return {
      placed: group,
      start,
      source: source.slice(start, groups[index + 1]?.[0].start),
      nodes: group.map((item) => item.node),
      definitions: group.flatMap((item) => item.definitions),
    };
  });
}

/**
 * Whether `before` ends where `after` starts whatever is written next. A first line is certain once it ended. After a blank line only a list can go on, so there the first word decides.
 */
function isSettled(source: string, before: PlacedNode, after: PlacedNode): boolean {
  lineEnd.lastIndex = after.start;
  const hasLine = lineEnd.test(source);
  if (blankLine.test(source.slice(before.end, after.start))) {
    if (before.node.type !== "list" || hasLine) return true;
    return after.node.type !== "thematicBreak" && !bareMarker.test(source.slice(after.start));
  }
  return hasLine;
}

/** How many of the pieces of `source` no further text can change. */
export function countSettled(source: string, pieces: readonly Piece[]): number {
  for (let index = pieces.length - 1; index > 0; index -= 1) {
    const before = pieces[index - 1]?.placed.at(-1);
    const after = pieces[index]?.placed[0];
    if (before && after && isSettled(source, before, after)) return index;
  }
  return 0;
}
