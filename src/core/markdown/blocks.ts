import type { Definition, RootContent } from "mdast";
import { findListHead, joinList, type ListHead } from "./list-head.ts";
import { countSettled, splitPieces } from "./boundaries.ts";
import { findOpenFence, growFence, type OpenFence } from "./fence.ts";
import {
  type AnyDefinition,
  definitionName,
  type OpenLeaf,
  type ParsedMarkdown,
  parseMarkdown,
} from "./parse.ts";

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
  /** How many blocks no further text can change, and where the others begin. */
  readonly settledCount: number;
  readonly settledEnd: number;
  readonly settledDefinitions: readonly AnyDefinition[];
  /** Where the last block ends its words. */
  readonly leaf: OpenLeaf;
  readonly fence: OpenFence | undefined;
  readonly head: ListHead | undefined;
}

export const emptyMarkdown: MarkdownDocument = {
  text: "",
  blocks: [],
  definitions: new Map(),
  names: new Set(),
  settledCount: 0,
  settledEnd: 0,
  settledDefinitions: [],
  leaf: { type: "none", start: 0 },
  fence: undefined,
  head: undefined,
};

const compact = (text: string): string => text.toLowerCase().toUpperCase().replaceAll(/[\s>]/g, "");

const isSameTree = (one: readonly RootContent[], other: readonly RootContent[]): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Parses a finished block again if it holds a reference to one of the names that came or went. */
function resolveAgain(
  block: MarkdownBlock,
  changed: readonly string[],
  names: ReadonlySet<string>,
): MarkdownBlock {
  if (!block.source.includes("[")) return block;
  const source = compact(block.source);
  if (!changed.some((name) => source.includes(`[${compact(name)}`))) return block;
  // Some html keeps a line end more at the end of a text, so the block gets what a finished one has: a successor.
  const { placed } = parseMarkdown(`${block.source}\n# end\n`, names);
  const nodes = placed.slice(0, -1).map((item) => item.node);
  return isSameTree(nodes, block.nodes) ? block : { ...block, nodes };
}

function difference(before: ReadonlySet<string>, after: ReadonlySet<string>): string[] {
  const gone = [...before].filter((name) => !after.has(name));
  return [...gone, ...[...after].filter((name) => !before.has(name))];
}

function firstOfEach(definitions: readonly AnyDefinition[]): Map<string, Definition> {
  const found = new Map<string, Definition>();
  for (const definition of definitions) {
    if (definition.type === "definition" && !found.has(definition.identifier)) {
      found.set(definition.identifier, definition);
    }
  }
  return found;
}

const isSameList = <T>(one: readonly T[], other: readonly T[]): boolean =>
  one.length === other.length && one.every((item, index) => item === other[index]);

function growCode(previous: MarkdownDocument, text: string): MarkdownDocument | undefined {
  const last = previous.blocks.at(-1);
  const fence = previous.fence && growFence(previous.fence, text, previous.text.length);
  if (!fence || !last) return undefined;
  const block = { ...last, source: text.slice(previous.settledEnd), nodes: [fence.node] };
  return { ...previous, text, fence, blocks: [...previous.blocks.slice(0, -1), block] };
}

/** Parses what is not settled; of an open list only the items which are not. Offsets count from the settled end. */
function parseOpen(base: MarkdownDocument, text: string): ParsedMarkdown {
  const { head, settledEnd } = base;
  const names = new Set(base.settledDefinitions.map(definitionName));
  if (head) {
    const { placed, leaf } = parseMarkdown(text.slice(head.end), names);
    const joined = joinList(head, placed, settledEnd);
    // A definition in the list may be what a finished item refers to.
    if (joined && placed.every((item) => item.definitions.length === 0)) {
      return { placed: joined, leaf: { ...leaf, start: leaf.start + head.end - settledEnd } };
    }
  }
  return parseMarkdown(text.slice(settledEnd), names);
}

function parseTail(base: MarkdownDocument, text: string): MarkdownDocument {
  const tail = text.slice(base.settledEnd);
  const { placed, leaf } = parseOpen(base, text);
  const pieces = splitPieces(tail, placed);
  const own = pieces.flatMap((piece) => piece.definitions);
  const names = new Set([...base.settledDefinitions, ...own].map(definitionName));
  const changed = difference(base.names, names);

  const settled = base.blocks.slice(0, base.settledCount);
  const kept = changed.length === 0 ? settled : settled.map((block) => resolveAgain(block, changed, names));
  const open = pieces.map(({ source, nodes, definitions }, index): MarkdownBlock => {
    const key = kept.length + index;
    const old = base.blocks[key];
    const isCertain = changed.length === 0 && key < base.blocks.length - 1;
    const isSame = old?.source === source && (isCertain || isSameTree(old.nodes, nodes));
    return isSame ? old : { key, source, nodes, definitions };
  });

  const blocks = [...kept, ...open];
  const links = firstOfEach(blocks.flatMap((block) => block.definitions));
  const count = countSettled(tail, pieces);
  const settledEnd = base.settledEnd + (pieces[count]?.start ?? 0);
  const last = pieces.at(-1);
  const [node] = last?.nodes ?? [];
  const isOneOpen = last !== undefined && count === pieces.length - 1;
  return {
    text,
    blocks,
    definitions: isSameList([...links.values()], [...base.definitions.values()]) ? base.definitions : links,
    names: changed.length === 0 ? base.names : names,
    settledCount: kept.length + count,
    settledEnd,
    settledDefinitions: [
      ...base.settledDefinitions,
      ...open.slice(0, count).flatMap((block) => block.definitions),
    ],
    leaf: { type: leaf.type, start: base.settledEnd + leaf.start },
    fence: isOneOpen && node?.type === "code" ? findOpenFence(last.source, settledEnd, node) : undefined,
    head: isOneOpen ? findListHead(last, settledEnd) : undefined,
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
  return growCode(base, text) ?? parseTail(base, text);
}
