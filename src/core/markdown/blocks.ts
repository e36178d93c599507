import type { Definition, RootContent } from "mdast";
import { countSettled, definitionsOf, type Piece, splitPieces } from "./boundaries.ts";
import { addLinks, difference, isSameLinks } from "./definitions.ts";
import { findOpenFence, growFence, type OpenFence } from "./fence.ts";
import { joinHead, type OpenHead } from "./head.ts";
import type { OpenLeaf } from "./leaf.ts";
import { findListHead } from "./list-head.ts";
import { findParagraphHead } from "./paragraph-head.ts";
import { type AnyDefinition, definitionName, type ParsedMarkdown, parseMarkdown } from "./parse.ts";
import { growQuote, type OpenQuote, quoteNode } from "./quote.ts";
import { findTableHead } from "./table-head.ts";

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
  /** How many quotes are around the text. */
  readonly depth: number;
  /** What is finished of the last block, by its kind. */
  readonly fence: OpenFence | undefined;
  readonly head: OpenHead | undefined;
  readonly quote: OpenQuote<MarkdownDocument> | undefined;
}

const noNames: ReadonlySet<string> = new Set();
const noLinks: ReadonlyMap<string, Definition> = new Map();
/** Quotes in each other that grow by themselves; those in them are parsed whole. */
const deepestQuote = 8;

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
  fence: undefined,
  head: undefined,
  quote: undefined,
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

const innerQuote = ({ inner }: OpenQuote<MarkdownDocument>): RootContent =>
  quoteNode(inner.blocks.flatMap((block) => block.nodes));

/** The document whose last block is grown by what was added, where that needs no parsing of the whole block. */
function growLast(previous: MarkdownDocument, text: string): MarkdownDocument | undefined {
  const last = previous.blocks.at(-1);
  if (!last) return undefined;
  const fence = previous.fence && growFence(previous.fence, text, previous.text.length);
  const quote = previous.quote && growQuote(previous.quote, text, growMarkdown);
  const node = fence?.node ?? (quote && innerQuote(quote));
  if (!node) return undefined;
  const block: MarkdownBlock = { ...last, source: text.slice(previous.settledEnd), nodes: [node] };
  return { ...previous, text, fence, quote, blocks: [...previous.settled, block] };
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

type Open = Pick<MarkdownDocument, "fence" | "head" | "quote">;
const closed: Open = { fence: undefined, head: undefined, quote: undefined };

/** What is finished of the only open block, which begins at `start`. */
function findOpen(piece: Piece, start: number, base: MarkdownDocument, names: ReadonlySet<string>): Open {
  const { definitions, node, source } = piece;
  if (definitions.length > 0) return closed;
  if (node.type === "code") return { ...closed, fence: findOpenFence(source, start, node) };
  if (node.type === "blockquote" && base.depth < deepestQuote) {
    const inner = { ...emptyMarkdown, names, settledNames: names, depth: base.depth + 1 };
    const grown = growQuote({ inner, whole: "", lineStart: 0 }, source, growMarkdown);
    return { ...closed, quote: grown && { ...grown, lineStart: start + grown.lineStart } };
  }
  const old = base.settledEnd === start ? base.head : undefined;
  const head =
    findListHead(piece, start, old) ??
    findTableHead(piece, start, old) ??
    findParagraphHead(piece, start, old, names);
  return { ...closed, head };
}

function namesOf(base: ReadonlySet<string>, definitions: readonly AnyDefinition[]): ReadonlySet<string> {
  return definitions.length === 0 ? base : new Set([...base, ...definitions.map(definitionName)]);
}

function parseTail(base: MarkdownDocument, text: string): MarkdownDocument {
  const tail = text.slice(base.settledEnd);
  const { placed, leaf } = parseOpen(base, text);
  const pieces = splitPieces(tail, placed);
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
    const isSame = old?.source === source && (changed.length === 0 || isSameTree(old.nodes, [node]));
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
  // What is quoted grows from here on, so its nodes are shown from the first.
  if (growing.quote && block) open[open.length - 1] = { ...block, nodes: [innerQuote(growing.quote)] };
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
    ...growing,
  };
}

/**
 * The document of `text`, the whole text so far. Where it extends `previous.text`, only the blocks that can still
 * change are parsed; the others keep their identity, except those with a reference whose definition came just now.
 * The result is the same whatever the cuts: as if `text` had been parsed whole.
 */
export function growMarkdown(previous: MarkdownDocument, text: string): MarkdownDocument {
  if (text === previous.text) return previous;
  const base = text.slice(0, previous.text.length) === previous.text ? previous : emptyMarkdown;
  return growLast(base, text) ?? parseTail(base, text);
}
