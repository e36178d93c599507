import "./tree.ts";
import type { Env, Token } from "markdown-it";
import type { Definition, FootnoteDefinition, RootContent } from "mdast";
import { blockNodes, type TokenNode } from "./block-nodes.ts";
import { makeEngine, type ParseEnv } from "./engine.ts";
import { findLeaf, type OpenLeaf } from "./leaf.ts";
import { lineStarts } from "./lines.ts";

export type AnyDefinition = Definition | FootnoteDefinition;

/** An item of a list or a row of a table. */
export interface Part {
  /** Offset of its first line from that of the list or table. */
  readonly start: number;
  /** Whether a blank line is before it, and whether one is between the blocks in it. */
  readonly isApart: boolean;
  readonly isLoose: boolean;
}

/** A top-level node with its place in the parsed source; the tree itself carries no positions. */
export interface PlacedNode {
  readonly node: RootContent;
  /** Offset of the start of its first line. */
  readonly start: number;
  readonly isApart: boolean;
  readonly definitions: readonly AnyDefinition[];
  readonly parts: readonly Part[];
  /**
   * What the quote, or the last item of the list, was parsed into: as if `source`, the lines in it without their marks, had
   * been parsed alone. Undefined where that has to be done.
   */
  readonly inside: (source: string) => ParsedMarkdown | undefined;
}

export interface ParsedMarkdown {
  readonly placed: readonly PlacedNode[];
  readonly leaf: OpenLeaf;
}

const noDefinitions: readonly AnyDefinition[] = [];
const noParts: readonly Part[] = [];
const noNames: ReadonlySet<string> = new Set();
const engine = makeEngine();

/** The name by which references find a definition: `A` for `[a]: …`, `^A` for `[^a]: …`. */
export function definitionName(definition: AnyDefinition): string {
  const name = definition.identifier.toUpperCase();
  return definition.type === "footnoteDefinition" ? `^${name}` : name;
}

/** A part of a text parses as it does in the whole: brackets are a reference only when their definition exists. */
function environment(names: ReadonlySet<string>, depth: number): ParseEnv & Env {
  const references: ParseEnv["references"] = {};
  const footnotes = new Set<string>();
  for (const name of names) {
    if (name.startsWith("^")) footnotes.add(name.slice(1));
    else references[name] = { href: "", title: "" };
  }
  return { references, footnotes, depth };
}

function collect(node: RootContent, found: AnyDefinition[]): void {
  if (node.type === "definition" || node.type === "footnoteDefinition") found.push(node);
  if (node.type === "blockquote" || node.type === "footnoteDefinition" || node.type === "list") {
    for (const child of node.children) collect(child, found);
  }
  if (node.type === "listItem") for (const child of node.children) collect(child, found);
}

const quoteMarks = /^[ >]*>$/;

/**
 * The parser forgets a last line of spaces alone that has no end, which in a block of code is a line like any other.
 * One of the spaces after the mark of a quote is the mark's.
 */
function withLastLine(source: string): string {
  let end = source.length;
  while (source.charAt(end - 1) === " " || source.charAt(end - 1) === "\t") end -= 1;
  if (end === source.length) return source;
  const line = source.slice(
    Math.max(source.lastIndexOf("\n", end - 1), source.lastIndexOf("\r", end - 1)) + 1,
    end,
  );
  const isLine = line === "" || (source.length > end + 1 && quoteMarks.test(line));
  return isLine ? `${source}\n` : source;
}

/** What stands alone in `tokens` and became `nodes`. */
function tokenNodes(nodes: readonly RootContent[], tokens: readonly Token[]): readonly TokenNode[] {
  const found: TokenNode[] = [];
  let from = 0;
  let depth = 0;
  for (const [index, { nesting }] of tokens.entries()) {
    depth += nesting;
    const node = depth === 0 ? nodes[found.length] : undefined;
    if (!node) continue;
    found.push({ node, from, to: index + 1 });
    from = index + 1;
  }
  return found;
}

const endsInSpaces = /(?:^|\n)[ \t]+$/;

class Placing {
  readonly source: string;
  readonly starts: readonly number[];
  readonly tokens: readonly Token[];
  /** The line of the parsed text in which `source` begins, and how deep its tokens stand. */
  readonly line: number;
  readonly level: number;

  constructor(source: string, tokens: readonly Token[], line = 0, level = 0) {
    this.source = source;
    this.starts = lineStarts(source);
    this.tokens = tokens;
    this.line = line;
    this.level = level;
  }

  parsed(nodes: readonly TokenNode[]): ParsedMarkdown {
    return {
      placed: nodes.map((node) => this.place(node)),
      leaf: findLeaf(this.source, this.starts, this.tokens, this.line),
    };
  }

  inside(placed: TokenNode, source: string): ParsedMarkdown | undefined {
    // The parser is given a line more after one of spaces.
    if (endsInSpaces.test(source) || endsInSpaces.test(this.source)) return undefined;
    const { node, from, to } = this.lastItem(placed) ?? placed;
    const line = this.tokens[from]?.map?.[0];
    if (line === undefined || (node.type !== "listItem" && node.type !== "blockquote")) return undefined;
    const tokens = this.tokens.slice(from + 1, to - 1);
    const level = tokens[0]?.level;
    return new Placing(source, tokens, line, level).parsed(tokenNodes(node.children, tokens));
  }

  lastItem({ node: list, to }: TokenNode): TokenNode | undefined {
    const node = list.type === "list" ? list.children.at(-1) : undefined;
    const isItem = ({ level, type }: Token) => type === "list_item_open" && level === this.level + 1;
    const from = this.tokens.findLastIndex((token, index) => index < to && isItem(token));
    return node && { node, from, to: to - 1 };
  }

  place(placed: TokenNode): PlacedNode {
    const { node, from, to } = placed;
    const definitions: AnyDefinition[] = [];
    collect(node, definitions);
    const line = this.lineOf(this.tokens[from]);
    return {
      node,
      start: this.offset(line),
      isApart: this.isBlank(line - 1),
      definitions: definitions.length === 0 ? noDefinitions : definitions,
      inside: (source) => this.inside(placed, source),
      parts:
        node.type === "list" || node.type === "table" ? this.parts(from, to, this.offset(line)) : noParts,
    };
  }

  parts(from: number, to: number, origin: number): readonly Part[] {
    const found: { start: number; isApart: boolean; isLoose: boolean }[] = [];
    let level = 1;
    let isFirst = true;
    for (let index = from + 1; index < to; index += 1) {
      const token = this.tokens[index];
      if (!token?.map || token.nesting < 0) continue;
      const [line, depth] = [this.lineOf(token), token.level - this.level];
      if (depth > 2) continue;
      if (token.type === "list_item_open" || token.type === "tr_open") {
        if (depth > 1 && token.type === "list_item_open") continue;
        found.push({ start: this.offset(line) - origin, isApart: this.isBlank(line - 1), isLoose: false });
        level = depth;
        isFirst = true;
      } else if (depth === level + 1) {
        const last = found.at(-1);
        if (last && !isFirst) last.isLoose ||= this.isBlank(line - 1);
        isFirst = false;
      }
    }
    return found;
  }

  lineOf(token: Token | undefined): number {
    return (token?.map?.[0] ?? this.line) - this.line;
  }

  offset(line: number): number {
    return this.starts[line] ?? this.source.length;
  }

  isBlank(line: number): boolean {
    return line >= 0 && /^[ \t\r\n]*$/.test(this.source.slice(this.offset(line), this.offset(line + 1)));
  }
}

/**
 * Parses GitHub flavoured markdown with formulas. `names` (see `definitionName`) count as defined; `depth` is how many
 * containers are around the source. Never throws: what the parser cannot take comes back as one paragraph of text.
 */
export function parseMarkdown(
  source: string,
  names: ReadonlySet<string> = noNames,
  depth = 0,
): ParsedMarkdown {
  try {
    const tokens = engine.parse(withLastLine(source), environment(names, depth));
    return new Placing(source, tokens).parsed(blockNodes(tokens, engine.utils.unescapeAll));
  } catch {
    const node: RootContent = { type: "paragraph", children: [{ type: "text", value: source }] };
    return {
      placed: [
        {
          node,
          start: 0,
          isApart: false,
          definitions: noDefinitions,
          parts: noParts,
          inside: () => undefined,
        },
      ],
      leaf: { type: "none", start: 0 },
    };
  }
}
