import type { BlockContent, List, ListItem, RootContent } from "mdast";
import type { Piece } from "./boundaries.ts";
import type { ContainerKind } from "./container.ts";
import { hasParagraph, isLooseList } from "./list-head.ts";

/** The last item of a list whose later lines are all blank or indented as far as its first words. */
interface LongItem {
  readonly kind: ContainerKind;
  readonly item: ListItem;
  /** What was written of it so far, without the first line's mark. */
  readonly text: string;
}

/** A shorter item is parsed whole. */
const least = 500;
// A rule may look like an item until its line is whole or has words.
const opening = /^ {0,3}(?:[-+*]|\d{1,9}[.)]) {1,4}(?=[\p{L}\p{N}]|[^\s].*\n)/u;
const box = /^\[[ xX]\]/;
// What begins with a letter, marked or not, is words with the box before it and without.
const boxAndWords = /^\[[ xX]\] +(?=(?:\*\*|[*_"'(])?\p{L})/u;

const onlySpaces = /^ *$/;

function itemKind(
  indent: number,
  nodeOf: (nodes: readonly RootContent[], isLoose: boolean) => RootContent | undefined,
): ContainerKind {
  const spaces = " ".repeat(indent);
  return {
    depth: 2,
    isBlank: true,
    markOf(line, isWhole) {
      if (line.length <= indent && onlySpaces.test(line)) return isWhole ? line.length : "open";
      return line.startsWith(spaces) ? indent : undefined;
    },
    nodeOf,
  };
}

/** The last item of the list `piece`, if it is long and plain enough to be read as a text of its own. */
export function findLongItem({ node, parts, source }: Piece): LongItem | undefined {
  const last = parts.at(-1);
  if (node.type !== "list" || !last || source.length - last.start < least) return undefined;
  const item = node.children.at(-1);
  const own = source.slice(last.start);
  const indent = opening.exec(own)?.[0].length;
  if (!item || indent === undefined) return undefined;
  const content = own.slice(indent);
  const isTask = item.checked !== null;
  if (!isTask && box.test(content)) return undefined;
  const task = isTask ? boxAndWords.exec(content)?.[0].length : 0;
  if (task === undefined) return undefined;

  const items = node.children.slice(0, -1);
  const isLooseBefore = isLooseList(parts.slice(0, -1)) || (items.length > 0 && last.isApart);
  const hasWordsBefore = hasParagraph(items);
  const kind = itemKind(indent, (nodes, isLoose) => {
    if (isTask && nodes[0]?.type !== "paragraph") return undefined;
    const grown: ListItem = { ...item, children: nodes as BlockContent[] };
    const spread = (isLooseBefore || isLoose) && (hasWordsBefore || hasParagraph([grown]));
    const list: List = { ...node, spread, children: [...items, grown] };
    return list;
  });
  return { kind, item, text: content.slice(task) };
}
