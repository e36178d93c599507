import type { MarkdownBlock } from "#src/core/markdown/blocks.ts";

/** Neighbouring blocks that are laid out and painted together, or not at all while they are off the screen. */
export interface MarkdownPart {
  readonly key: number;
  readonly blocks: readonly MarkdownBlock[];
}

/** Characters of prose after which the next block begins a new part: about half a screen. */
const length = 750;
/** What fills as much with half of that, since its lines are short. */
const shortLined: ReadonlySet<string | undefined> = new Set(["code", "list", "table"]);

const weightOf = ({ source, nodes }: MarkdownBlock): number =>
  shortLined.has(nodes.at(-1)?.type) ? 2 * source.length : source.length;

/**
 * The blocks in parts. Where a block stands is decided by those before it alone, so a text that grows changes only its last
 * part; the others are the objects of `previous`.
 */
export function partsOf(
  blocks: readonly MarkdownBlock[],
  previous: readonly MarkdownPart[],
): readonly MarkdownPart[] {
  const parts: MarkdownPart[] = [];
  let start = 0;
  let filled = 0;
  for (const [index, block] of blocks.entries()) {
    filled += weightOf(block);
    // A heading stays with what it is the heading of, unless there are only headings.
    const isFull = filled >= (block.nodes.at(-1)?.type === "heading" ? 4 * length : length);
    if (!isFull && index < blocks.length - 1) continue;
    const part = { key: blocks[start]?.key ?? 0, blocks: blocks.slice(start, index + 1) };
    const old = previous[parts.length];
    parts.push(old && isSame(old, part) ? old : part);
    start = index + 1;
    filled = 0;
  }
  return parts;
}

function isSame(one: MarkdownPart, other: MarkdownPart): boolean {
  return (
    one.blocks.length === other.blocks.length &&
    one.blocks.every((block, index) => block === other.blocks[index])
  );
}
