import type { Paragraph, PhrasingContent } from "mdast";
import type { Piece } from "./boundaries.ts";
import type { OpenHead } from "./head.ts";
import { parseMarkdown } from "./parse.ts";

interface ParagraphHead extends OpenHead {
  readonly nodes: readonly PhrasingContent[];
  /** How long the rest was when no place for a cut was found in it. */
  readonly tried: number;
}

/** A paragraph is read on from a point that leaves between these many characters after it. */
const least = 500;
const most = 1500;
const plainWord = /(?<=[^\s] )(?=\p{L})/gu;
// What stays of a mark in words while its partner may still come; a backslash may open a formula, a pipe a table's row.
const maybeOpen = /[*`[$]|~~|<(?![\s\d=])|(?<![\p{L}\p{N}])_/u;
const maybeOpenSource = /\\|\|[^\n]*$/;

function isClosed(node: PhrasingContent): boolean {
  if (node.type === "text") return !maybeOpen.test(node.value);
  if (node.type === "html") return false;
  return !("children" in node) || node.children.every(isClosed);
}

function join(before: readonly PhrasingContent[], after: readonly PhrasingContent[]): PhrasingContent[] {
  const last = before.at(-1);
  const [first] = after;
  if (last?.type !== "text" || first?.type !== "text") return [...before, ...after];
  return [...before.slice(0, -1), { type: "text", value: last.value + first.value }, ...after.slice(1)];
}

const isParagraphHead = (head: OpenHead | undefined): head is ParagraphHead =>
  head !== undefined && "tried" in head;

function makeHead(
  nodes: readonly PhrasingContent[],
  end: number,
  blockStart: number,
  tried: number,
): ParagraphHead {
  return {
    end,
    prefix: "",
    nodes,
    tried,
    join([first, ...others]) {
      if (first?.node.type !== "paragraph") return undefined;
      const joined: Paragraph = { type: "paragraph", children: join(nodes, first.node.children) };
      return [{ ...first, node: joined, start: blockStart - end }, ...others];
    },
  };
}

/** The nodes of `source`, which ends before a plain word, if nothing in it can be part of what comes after. */
function closedNodes(source: string, names: ReadonlySet<string>): readonly PhrasingContent[] | undefined {
  if (maybeOpenSource.test(source)) return undefined;
  const { placed } = parseMarkdown(source, names);
  const [only, ...others] = placed;
  if (only?.node.type !== "paragraph" || others.length > 0) return undefined;
  return only.node.children.every(isClosed)
    ? join(only.node.children, [{ type: "text", value: " " }])
    : undefined;
}

/**
 * What is finished of the long paragraph `piece`, which begins at `blockStart` in the text: up to a plain word before
 * which nothing is open. On any doubt it stays where it was, and more is parsed.
 */
export function findParagraphHead(
  piece: Piece,
  blockStart: number,
  old: OpenHead | undefined,
  names: ReadonlySet<string>,
): OpenHead | undefined {
  const length = piece.source.length;
  if (piece.node.type !== "paragraph" || length < most) return undefined;
  const before = isParagraphHead(old) ? old : makeHead([], blockStart, blockStart, 0);
  const rest = piece.source.slice(before.end - blockStart);
  if (rest.length < before.tried + most) return before;
  plainWord.lastIndex = rest.length - most;
  const cut = plainWord.exec(rest)?.index ?? rest.length;
  const nodes = cut <= rest.length - least ? closedNodes(rest.slice(0, cut), names) : undefined;
  if (!nodes) return makeHead(before.nodes, before.end, blockStart, rest.length);
  return makeHead(join(before.nodes, nodes), before.end + cut, blockStart, 0);
}
