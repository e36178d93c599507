import type { Definition, RootContent } from "mdast";
import { countSettled, splitPieces } from "./boundaries.ts";
import { findOpenFence, growFence, type OpenFence } from "./fence.ts";
import { type AnyDefinition, definitionName, type OpenLeaf, parseMarkdown } from "./parse.ts";

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
  /** Where the last block ends its words; its start counts from the start of that block's source. */
  readonly leaf: OpenLeaf;
  readonly fence: OpenFence | undefined;
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
  const nodes = parseMarkdown(block.source, names).placed.map((placed) => placed.node);
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

function parseTail(base: MarkdownDocument, text: string): MarkdownDocument {
  const tail = text.slice(base.settledEnd);
  const { placed, leaf } = parseMarkdown(tail, new Set(base.settledDefinitions.map(definitionName)));
  const pieces = splitPieces(tail, placed);
  const own = pieces.flatMap((piece) => piece.definitions);
  const names = new Set([...base.settledDefinitions, ...own].map(definitionName));
  const changed = difference(base.names, names);

  const settled = base.blocks.slice(0, base.settledCount);
  const kept = changed.length === 0 ? settled : settled.map((block) => resolveAgain(block, changed, names));
  const open = pieces.map(({ source, nodes, definitions }, index): MarkdownBlock => {
    const key = kept.length + index;
    const old = base.blocks[key];
    const isSame = old?.source === source && (changed.length === 0 || isSameTree(old.nodes, nodes));
    return isSame ? old : { key, source, nodes, definitions };
  });

  const blocks = [...kept, ...open];
  const links = firstOfEach(blocks.flatMap((block) => block.definitions));
  const count = countSettled(tail, pieces);
  const settledEnd = base.settledEnd + (pieces[count]?.start ?? 0);
  const last = pieces.at(-1);
  const [node] = last?.nodes ?? [];
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
    leaf: { type: leaf.type, start: Math.max(0, leaf.start - (last?.start ?? 0)) },
    fence:
      last && node?.type === "code" && count === pieces.length - 1
        ? findOpenFence(last.source, settledEnd, node)
        : undefined,
  };
}

/**
 * The document of `text`, the whole text so far. Where it extends `previous.text`, only the blocks that can still
 * change are parsed; the others keep their identity, except those with a reference whose definition came just now.
 * The result is the same whatever the cuts: as if `text` had been parsed whole.
 */
export function growMarkdown(previous: MarkdownDocument, text: string): MarkdownDocument {
  if (text === previous.text) return previous;
  const base = text.startsWith(previous.text) ? previous : emptyMarkdown;
  return growCode(base, text) ?? parseTail(base, text);
}
