import type { RootContent } from "mdast";

/** What makes a quote or an item of a list, so that what stands in it can be read as a text of its own. */
export interface ContainerKind {
  /** How many containers it is. */
  readonly depth: number;
  /** The length of a line's mark; "open" while it is not all there, undefined when the line has none. */
  readonly markOf: (line: string, isWhole: boolean) => number | "open" | undefined;
  /** Whether the mark is white space, so that a line of it alone is blank. */
  readonly isBlank: boolean;
  /** The node with `nodes` in it, between two of which a blank line is if it `isLoose`; undefined when it needs the parser. */
  readonly nodeOf: (nodes: readonly RootContent[], isLoose: boolean) => RootContent | undefined;
}

/** The last block, still being written, whose last or only container is read as a text of its own. */
export interface OpenContainer<Inner> {
  readonly kind: ContainerKind;
  readonly inner: Inner;
  /** The open line as long as it may be no more than its mark. */
  readonly mark: string | undefined;
  readonly node: RootContent;
}

interface InnerText {
  readonly names: ReadonlySet<string>;
  readonly blocks: readonly { readonly nodes: readonly RootContent[] }[];
  readonly isLoose: boolean;
  readonly isInCode: boolean;
}

// Tabs are as wide as the columns before them, other line ends and NUL are rewritten: such lines are parsed in their container.
const unlike = /[\t\r\0]/;

/** What the lines say without their marks, and the open line's mark; undefined when a line has none. */
function withoutMarks(
  { markOf }: ContainerKind,
  openMark: string | undefined,
  added: string,
): { readonly text: string; readonly mark: string | undefined } | undefined {
  if (unlike.test(added)) return undefined;
  let mark = openMark;
  let text = "";
  for (let at = 0; at <= added.length;) {
    const end = added.indexOf("\n", at);
    const part = added.slice(at, end < 0 ? undefined : end);
    if (mark === undefined) text += part;
    else {
      const line = mark + part;
      const length = markOf(line, end >= 0);
      if (length === undefined) return undefined;
      mark = length === "open" ? line : undefined;
      if (length !== "open") text += line.slice(length);
    }
    if (end < 0) break;
    text += "\n";
    mark = "";
    at = end + 1;
  }
  return { text, mark };
}

/** The same container after `added` was written; undefined when all of it has to be parsed again. */
export function growContainer<Inner extends InnerText>(
  { kind, inner, mark: openMark }: Omit<OpenContainer<Inner>, "node">,
  added: string,
  grow: (inner: Inner, added: string) => Inner | undefined,
): OpenContainer<Inner> | undefined {
  const lines = withoutMarks(kind, openMark, added);
  if (!lines) return undefined;
  const { text, mark } = lines;
  const next = grow(inner, text);
  const isBlankLine = next?.isInCode && kind.isBlank && mark !== undefined && mark !== "";
  const seen = isBlankLine ? grow(next, "\n") : next;
  // A definition in it may be what words before it refer to.
  if (!next || !seen || seen.names.size > inner.names.size) return undefined;
  const node = kind.nodeOf(
    seen.blocks.flatMap(({ nodes }) => nodes),
    seen.isLoose,
  );
  return node && { kind, inner: next, mark, node };
}
