import type { List } from "mdast";
import { blankLine, type Piece } from "./boundaries.ts";
import type { PlacedNode } from "./parse.ts";

/** The finished items of a list that is still being written, so that a long list is not parsed whole each time. */
export interface ListHead {
  /** Offset in the whole text of the first item that can still change. */
  readonly end: number;
  /** What is parsed together with the list and stands before it. */
  readonly before: readonly PlacedNode[];
  readonly list: PlacedNode & { readonly node: List };
}

// An item that begins with a plain word at the margin: it parses alone as it does after others.
const plainItem = /^(?:[-+*]|\d{1,9}[.)]) {1,4}(?:[\p{L}"'(]|\*\*(?=[\p{L}\p{N}])|`(?!``)).*[\r\n]/u;

function move(placed: PlacedNode, by: number): PlacedNode {
  const items = placed.items.map((item) => ({ start: item.start + by, end: item.end + by }));
  return { ...placed, start: placed.start + by, end: placed.end + by, items };
}

/**
 * The nodes of the block at `blockStart`: the finished items before the others, parsed from `head.end` on. Undefined
 * when those are no longer items of this list.
 */
export function joinList(
  head: ListHead,
  rest: readonly PlacedNode[],
  blockStart: number,
): readonly PlacedNode[] | undefined {
  const [first, ...others] = rest.map((placed) => move(placed, head.end - blockStart));
  const { node, start, items } = head.list;
  if (first?.node.type !== "list" || first.node.ordered !== node.ordered) return undefined;
  const joined: List = {
    ...node,
    spread: node.spread === true || first.node.spread === true,
    children: [...node.children, ...first.node.children],
  };
  return [...head.before, { ...first, start, node: joined, items: [...items, ...first.items] }, ...others];
}

/** The finished items of the list with which `piece`, at `blockStart` in the text, ends. */
export function findListHead(piece: Piece, blockStart: number): ListHead | undefined {
  const placed = piece.placed.map((item) => move(item, -piece.start));
  const list = placed.at(-1);
  if (list?.node.type !== "list" || piece.definitions.length > 0) return undefined;
  const { node, items } = list;
  const count = items.findLastIndex(({ start }) => plainItem.test(piece.source.slice(start, start + 500)));
  const end = items[count]?.start;
  if (count < 1 || end === undefined) return undefined;
  const isApart = (index: number) =>
    blankLine.test(piece.source.slice(items[index - 1]?.end, items[index]?.start));
  const spread = items.some((_item, index) => index > 0 && index <= count && isApart(index));
  return {
    end: blockStart + end,
    before: placed.slice(0, -1),
    list: {
      ...list,
      node: { ...node, spread, children: node.children.slice(0, count) },
      items: items.slice(0, count),
    },
  };
}
