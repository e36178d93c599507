import type { List, ListItem } from "mdast";
import type { Piece } from "./boundaries.ts";
import type { OpenHead } from "./head.ts";
import type { Part } from "./parse.ts";

// An item at the margin whose first line is whole and has words in it.
const wholeLine = /^(?:[-+*]|\d{1,9}[.)])[ \t]+[^\s].*[\r\n]/;
const lookedAt = 16;

export const hasParagraph = (items: readonly ListItem[]): boolean =>
  items.some((item) => item.children.some(({ type }) => type === "paragraph"));

/** Whether a blank line is between the items or between the blocks of one. */
export const isLooseList = (parts: readonly Part[]): boolean =>
  parts.some((part, index) => part.isLoose || (index > 0 && part.isApart));

/** All items but the last ones of the list `piece`, which begins at `blockStart` in the text. */
export function findListHead(
  piece: Piece,
  blockStart: number,
  old: OpenHead | undefined,
): OpenHead | undefined {
  const { node, parts, source } = piece;
  if (node.type !== "list") return undefined;
  const from = Math.max(1, parts.length - lookedAt);
  const count = parts.findLastIndex(
    (part, index) => index >= from && wholeLine.test(source.slice(part.start)),
  );
  const cut = parts[count];
  if (count < 1 || !cut) return undefined;
  const end = blockStart + cut.start;
  if (old?.end === end) return old;

  const items = node.children.slice(0, count);
  const finished = parts.slice(0, count);
  const isLooseBefore = isLooseList(finished) || cut.isApart;
  const hasWords = hasParagraph(items);
  return {
    end,
    prefix: "",
    join([first, ...others]) {
      if (first?.node.type !== "list" || first.node.ordered !== node.ordered) return undefined;
      const spread =
        (isLooseBefore || isLooseList(first.parts)) && (hasWords || hasParagraph(first.node.children));
      const joined: List = { ...node, spread, children: [...items, ...first.node.children] };
      const moved = first.parts.map((part, index) => ({
        ...part,
        start: part.start + end - blockStart,
        isApart: index === 0 ? cut.isApart : part.isApart,
      }));
      return [{ ...first, node: joined, parts: [...finished, ...moved], start: blockStart - end }, ...others];
    },
  };
}
