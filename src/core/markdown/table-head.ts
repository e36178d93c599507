import type { Table } from "mdast";
import type { Piece } from "./boundaries.ts";
import type { OpenHead } from "./head.ts";

const blankStart = /^[ \t]*[\r\n]/;

/** All rows but the last of the table `piece`, which begins at `blockStart` in the text. */
export function findTableHead(
  piece: Piece,
  blockStart: number,
  old: OpenHead | undefined,
): OpenHead | undefined {
  const { node, parts, source } = piece;
  const last = parts.at(-1);
  const second = parts[1];
  if (node.type !== "table" || !last || !second || parts.length < 3) return undefined;
  // Blank lines before it, which only a text can begin with, count into the block, but not into where its rows stand.
  if (blankStart.test(source)) return undefined;
  const end = blockStart + last.start;
  if (old?.end === end) return old;

  const rows = node.children.slice(0, -1);
  const finished = parts.slice(0, -1);
  const prefix = source.slice(0, second.start);
  return {
    end,
    prefix,
    join([first, ...others]) {
      if (first?.node.type !== "table") return undefined;
      const joined: Table = { ...node, children: [...rows, ...first.node.children.slice(1)] };
      const by = end - prefix.length - blockStart;
      const moved = first.parts.slice(1).map((part) => ({ ...part, start: part.start + by }));
      return [{ ...first, node: joined, parts: [...finished, ...moved], start: -by }, ...others];
    },
  };
}
