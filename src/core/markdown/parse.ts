import "./tree.ts";
import type { Definition, FootnoteDefinition, Nodes, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";

export type AnyDefinition = Definition | FootnoteDefinition;

/** Where the text being written ends: in words, in code, or in nothing that can be half written. */
export interface OpenLeaf {
  readonly type: "words" | "heading" | "cell" | "code" | "none";
  /** Offset in the parsed source; in a document, in its whole text. */
  readonly start: number;
}

/** A top-level node with its place in the parsed source; the tree itself carries no positions. */
export interface PlacedNode {
  readonly node: RootContent;
  /** Offset of the start of its first line. */
  readonly start: number;
  readonly end: number;
  readonly definitions: readonly AnyDefinition[];
  /** Where the items of a list start and end. */
  readonly items: readonly Span[];
}

interface Span {
  readonly start: number;
  readonly end: number;
}

export interface ParsedMarkdown {
  readonly placed: readonly PlacedNode[];
  readonly leaf: OpenLeaf;
}

const byteOrderMark = "\uFEFF";
// Some models end in an endless ">>>>". The parser's time grows with the square of the depth, so a line goes no deeper
// than this: its next character becomes an invisible one of the same length.
const deepLine = /^((?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])[ \t])){60})[^\r\n]/m;
const deepLines = new RegExp(deepLine, "gm");
const noDefinitions: readonly AnyDefinition[] = [];
const noItems: readonly Span[] = [];
const noLeaf: OpenLeaf = { type: "none", start: 0 };

// A single tilde stays a tilde: models write "~5 minutes".
const syntax = gfm({ singleTilde: false });
const trees = gfmFromMarkdown();

/** The name by which references find a definition: `A` for `[a]: …`, `^A` for `[^a]: …`. */
export function definitionName(definition: AnyDefinition): string {
  const name = definition.identifier.toUpperCase();
  return definition.type === "footnoteDefinition" ? `^${name}` : name;
}

/**
 * Makes the parser believe that these names were defined before the source begins, so that a part of a text
 * parses as it does in the whole: brackets are a reference only when their definition exists.
 */
function knownNames(names: ReadonlySet<string>): ReturnType<typeof gfm> {
  let isDone = false;
  return {
    document: {
      null: {
        tokenize(_effects, _ok, nok) {
          if (!isDone) {
            isDone = true;
            const footnotes = (this.parser.gfmFootnotes ??= []);
            for (const name of names) {
              if (name.startsWith("^")) footnotes.push(name.slice(1));
              else this.parser.defined.push(name);
            }
          }
          return nok;
        },
      },
    },
  };
}

function findLeaf(node: Nodes): OpenLeaf {
  const start = node.position?.start.offset ?? 0;
  if (node.type === "paragraph") return { type: "words", start };
  if (node.type === "heading") return { type: "heading", start };
  if (node.type === "tableCell") return { type: "cell", start };
  if (node.type === "code") return { type: "code", start };
  const last = "children" in node ? node.children.at(-1) : undefined;
  return last === undefined ? noLeaf : findLeaf(last);
}

function stripPositions(node: Nodes, found: AnyDefinition[]): void {
  delete node.position;
  if (node.type === "definition" || node.type === "footnoteDefinition") found.push(node);
  if ("children" in node) for (const child of node.children) stripPositions(child, found);
}

const spanOf = (node: RootContent): Span => ({
  start: node.position?.start.offset ?? 0,
  end: node.position?.end.offset ?? 0,
});

function place(source: string, node: RootContent): PlacedNode {
  const offset = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? source.length;
  const start = Math.max(source.lastIndexOf("\n", offset - 1), source.lastIndexOf("\r", offset - 1)) + 1;
  const found: AnyDefinition[] = [];
  const items = node.type === "list" ? node.children.map(spanOf) : noItems;
  stripPositions(node, found);
  return {
    node,
    start: offset === 0 ? 0 : start,
    end,
    definitions: found.length === 0 ? noDefinitions : found,
    items,
  };
}

function prepare(source: string): string {
  const input = deepLine.test(source) ? source.replaceAll(deepLines, "$1\u2060") : source;
  // The parser drops a mark at the start; inside a text, where a part of it may start, it is a character.
  return input.startsWith(byteOrderMark) ? byteOrderMark + input : input;
}

/**
 * Parses GitHub flavoured markdown. `names` (see `definitionName`) count as defined. Never throws: a source that
 * is nested too deeply for the parser comes back as one paragraph of text.
 */
export function parseMarkdown(source: string, names: ReadonlySet<string>): ParsedMarkdown {
  try {
    const extensions = names.size === 0 ? [syntax] : [syntax, knownNames(names)];
    const root = fromMarkdown(prepare(source), { extensions, mdastExtensions: trees });
    const last = root.children.at(-1);
    const leaf = last === undefined ? noLeaf : findLeaf(last);
    return { placed: root.children.map((node) => place(source, node)), leaf };
  } catch {
    const node: RootContent = { type: "paragraph", children: [{ type: "text", value: source }] };
    return {
      placed: [{ node, start: 0, end: source.length, definitions: noDefinitions, items: noItems }],
      leaf: noLeaf,
    };
  }
}
