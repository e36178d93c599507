import type { Definition, RootContent } from "mdast";
import { countSettled, definitionsOf, type Piece, splitPieces } from "./boundaries.ts";
import { type ContainerKind, growContainer, type OpenContainer } from "./container.ts";
import { addLinks, difference, isSameLinks } from "./definitions.ts";
import { findOpenFence, growFence, type OpenFence } from "./fence.ts";
import { joinHead, type OpenHead } from "./head.ts";
import type { OpenLeaf } from "./leaf.ts";
import { findLongItem } from "./item.ts";
import { findListHead } from "./list-head.ts";
import { findParagraphHead } from "./paragraph-head.ts";
import { type AnyDefinition, definitionName, type ParsedMarkdown, parseMarkdown } from "./parse.ts";
import { quoteKind } from "./quote.ts";
import { shareAll } from "./share.ts";
import { findTableHead } from "./table-head.ts";
import { growWords } from "./words.ts";

/** One top-level piece of a text. */
export interface MarkdownBlock {
  /** Its place among the blocks, which it keeps while the text grows. */
  readonly key: number;
  /** From the start of its first line to the start of the next block. */
  readonly source: string;
  readonly nodes: readonly RootContent[];
  readonly definitions: readonly AnyDefinition[];
}

/** A parsed text, and what is needed to parse on from where it ends. */
export interface MarkdownDocument {
  readonly text: string;
  readonly blocks: readonly MarkdownBlock[];
  /** Addresses of link references by identifier; the first of a name wins. */
  readonly definitions: ReadonlyMap<string, Definition>;
  /** Names of all definitions, as `definitionName` makes them. */
  readonly names: ReadonlySet<string>;
  /** The blocks that no further text can change (the same array while none is added), and where the others begin. */
  readonly settled: readonly MarkdownBlock[];
  readonly settledEnd: number;
  readonly settledNames: ReadonlySet<string>;
  readonly settledLinks: ReadonlyMap<string, Definition>;
  /** Where the last block ends its words. */
  readonly leaf: OpenLeaf;
  /** How many containers are around the text. */
  readonly depth: number;
  /** Whether a blank line is between two blocks; and whether one is before or between those that are settled. */
  readonly isLoose: boolean;
  readonly isSettledLoose: boolean;
  /** Whether the last words are of a block of code, maybe within lists. */
  readonly isInCode: boolean;
  /** What is finished of the last block, by its kind. */
  readonly fence: OpenFence | undefined;
  readonly head: OpenHead | undefined;
  readonly container: OpenContainer<MarkdownDocument> | undefined;
}

const shortText = 500;
const blankLines = /^(?: *\n)+/;
const noNames: ReadonlySet<string> = new Set();
const noLinks: ReadonlyMap<string, Definition> = new Map();

export const emptyMarkdown: MarkdownDocument = {
  text: "",
  blocks: [],
  definitions: noLinks,
  names: noNames,
  settled: [],
  settledEnd: 0,
  settledNames: noNames,
  settledLinks: noLinks,
  leaf: { type: "none", start: 0 },
  depth: 0,
  isLoose: false,
  isSettledLoose: false,
  isInCode: false,
  fence: undefined,
  head: undefined,
  container: undefined,
};

const compact = (text: string): string => text.toLowerCase().toUpperCase().replaceAll(/[\s>]/g, "");

const isSameTree = (one: readonly RootContent[], other: readonly RootContent[]): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Parses a finished block again if it holds a reference to one of the names that came or went. */
function resolveAgain(
  block: MarkdownBlock,
  changed: readonly string[],
  names: ReadonlySet<string>,
  depth: number,
): MarkdownBlock {
  if (!block.source.includes("[")) return block;
  const source = compact(block.source);
  if (!changed.some((name) => source.includes(`[${compact(name)}`))) return block;
  const nodes = parseMarkdown(block.source, names, depth).placed.map((item) => item.node);
  return isSameTree(nodes, block.nodes) ? block : { ...block, nodes };
}

const isCodeIn = ({ inner, kind }: OpenContainer<MarkdownDocument>): boolean =>
  kind.isBlank && inner.isInCode;

/** The document whose last block is grown by what was added, where that needs no parsing of the whole block. */
function growLast(previous: MarkdownDocument, added: string, text: string): MarkdownDocument | undefined {
  const last = previous.blocks.at(-1);
  if (!last) return undefined;
  const fence = previous.fence && growFence(previous.fence, text, previous.text.length);
  const container = previous.container && growContainer(previous.container, added, extend);
  const node = fence?.node ?? container?.node;
  if (!node) return undefined;
  const source = previous.depth === 0 ? text.slice(previous.settledEnd) : last.source + added;
  const blocks = [...previous.settled, { ...last, source, nodes: [node] }];
  const isInCode = container ? isCodeIn(container) : previous.isInCode;
  return { ...previous, text, fence, container, blocks, isInCode };
}

/** The same where only words were added to the last of its words, which stand in no container of their own. */
function growLastWords(
  previous: MarkdownDocument,
  added: string,
  text: string,
): MarkdownDocument | undefined {
  const last = previous.blocks.at(-1);
  const old = last?.nodes[0];
  if (!old || previous.container || previous.leaf.type !== "words" || last.definitions.length > 0)
    return undefined;
  const node = growWords(old, previous.text, added);
  if (!node) return undefined;
  const block = { ...last, source: last.source + added, nodes: [node] };
  return { ...previous, text, blocks: [...previous.blocks.slice(0, -1), block] };
}

/** Parses what is not settled; of a block with a head only the rest. Offsets count from the settled end. */
function parseOpen(base: MarkdownDocument, text: string): ParsedMarkdown {
  const { depth, head, settledEnd, settledNames } = base;
  if (head) {
    const parsed = parseMarkdown(head.prefix + text.slice(head.end), settledNames, depth);
    const joined = joinHead(head, parsed, settledEnd);
    if (joined) return joined;
  }
  return parseMarkdown(text.slice(settledEnd), settledNames, depth);
}

type Open = Pick<MarkdownDocument, "fence" | "head" | "container">;
const closed: Open = { fence: undefined, head: undefined, container: undefined };

/** What `nodes` were made of, from here on a text of its own, which need not be parsed again. */
function openContainer(
  kind: ContainerKind,
  mark: string | undefined,
  text: string,
  nodes: readonly RootContent[],
  base: MarkdownDocument,
  inside: Piece["inside"],
): Open["container"] {
  const { depth, names } = base;
  const blocks = nodes.map((node, key): MarkdownBlock => ({
    key,
    source: "",
    nodes: [node],
    definitions: [],
  }));
  const inner = { ...emptyMarkdown, blocks, names, settledNames: names, depth: depth + kind.depth };
  return growContainer<MarkdownDocument>({ kind, inner, mark }, text, (document, added) => {
    if (document !== inner || added === "") return extend(document, added);
    const parsed = inside(added);
    if (parsed) return parseTail(inner, added, parsed);
    // All that is in it would be parsed as often as it is deep.
    return added.length > shortText ? undefined : extend(inner, added);
  });
}

function findContainer(
  { inside, node, source }: Piece,
  long: ReturnType<typeof findLongItem>,
  base: MarkdownDocument,
) {
  if (long) return openContainer(long.kind, undefined, long.text, long.item.children, base, inside);
  if (node.type !== "blockquote") return undefined;
  return openContainer(quoteKind, "", source.replace(blankLines, ""), node.children, base, inside);
}

/** What is finished of the only open block, which begins at `start`. */
function findOpen(piece: Piece, start: number, base: MarkdownDocument, names: ReadonlySet<string>): Open {
  const { definitions, node, source } = piece;
  if (definitions.length > 0) return closed;
  if (node.type === "code") return { ...closed, fence: findOpenFence(source, start, node) };
  const old = base.settledEnd === start ? base.head : undefined;
  const head =
    findListHead(piece, start, old) ??
    findTableHead(piece, start, old) ??
    findParagraphHead(piece, start, old, names);
  // A long text that may not grow is not looked through for what could.
  const isAtOnce = base.depth === 0 && base.text === "" && source.length > shortText;
  const container = isAtOnce ? undefined : findContainer(piece, findLongItem(piece), { ...base, names });
  return { ...closed, head, container };
}

function namesOf(base: ReadonlySet<string>, definitions: readonly AnyDefinition[]): ReadonlySet<string> {
  return definitions.length === 0 ? base : new Set([...base, ...definitions.map(definitionName)]);
}

function parseTail(
  base: MarkdownDocument,
  text: string,
  { placed, leaf }: ParsedMarkdown = parseOpen(base, text),
): MarkdownDocument {
  const tail = text.slice(base.settledEnd);
  const pieces = splitPieces(tail, placed).map((piece, index): Piece => {
    const old = base.blocks[base.settled.length + index];
    const [node = piece.node] = shareAll(old?.nodes ?? [], [piece.node]);
    return { ...piece, node };
  });
  const own = definitionsOf(pieces);
  const found = namesOf(base.settledNames, own);
  const changed = difference(base.names, found);
  const names = changed.length === 0 ? base.names : found;

  const kept =
    changed.length === 0
      ? base.settled
      : base.settled.map((block) => resolveAgain(block, changed, names, base.depth));
  const open = pieces.map(({ source, node, definitions }, index): MarkdownBlock => {
    const key = kept.length + index;
    const old = base.blocks[key];
    const isSame = old?.source === source && old.nodes[0] === node;
    return isSame ? old : { key, source, nodes: [node], definitions };
  });

  const count = countSettled(tail, pieces);
  const done = definitionsOf(pieces.slice(0, count));
  const settled = count === 0 ? kept : [...kept, ...open.slice(0, count)];
  const settledEnd = base.settledEnd + (pieces[count]?.start ?? 0);
  const settledLinks = addLinks(base.settledLinks, done);
  const links = addLinks(settledLinks, own);
  const last = pieces.at(-1);
  const isOneOpen = last !== undefined && count === pieces.length - 1;
  const growing = isOneOpen ? findOpen(last, settledEnd, base, names) : closed;
  const block = open.at(-1);
  // What stands in it grows from here on, so its nodes are shown from the first.
  if (growing.container && block) open[open.length - 1] = { ...block, nodes: [growing.container.node] };
  const isApart = (from: number, to?: number) => pieces.slice(from, to).some((piece) => piece.isApart);
  const isSettledLoose = base.isSettledLoose || isApart(1, count + 1);
  return {
    text,
    blocks: [...kept, ...open],
    definitions: isSameLinks(links, base.definitions) ? base.definitions : links,
    names,
    settled,
    settledEnd,
    settledNames: done.length === own.length ? names : namesOf(base.settledNames, done),
    settledLinks,
    leaf: { type: leaf.type, start: base.settledEnd + leaf.start },
    depth: base.depth,
    isLoose: isSettledLoose || isApart(count + 1),
    isSettledLoose,
    isInCode: growing.container ? isCodeIn(growing.container) : leaf.type === "code",
    ...growing,
  };
}

/** Strings that were only put together are made one before they are too many. */
const togetherFor = 4096;

function extend(base: MarkdownDocument, added: string, text = base.text + added): MarkdownDocument {
  if (added === "") return base;
  if (Math.floor(text.length / togetherFor) > Math.floor(base.text.length / togetherFor)) text.charCodeAt(0);
  return growLast(base, added, text) ?? growLastWords(base, added, text) ?? parseTail(base, text);
}

/**
 * The document of `text`, the whole text so far. Where it extends `previous.text`, only the blocks that can still
 * change are parsed; the others keep their identity, except those with a reference whose definition came just now.
 * The result is the same whatever the cuts: as if `text` had been parsed whole.
 */
export function growMarkdown(previous: MarkdownDocument, text: string): MarkdownDocument {
  if (text === previous.text) return previous;
  const base = text.slice(0, previous.text.length) === previous.text ? previous : emptyMarkdown;
  return extend(base, text.slice(base.text.length), text);
}
