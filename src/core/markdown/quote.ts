import type { Blockquote, BlockContent } from "mdast";

/** A quote at the top level that is still being written, each of its lines marked: what it quotes is a text of its own. */
export interface OpenQuote<Inner> {
  readonly inner: Inner;
  /** The quoted text of the lines that are whole, and where the next one starts in the text. */
  readonly whole: string;
  readonly lineStart: number;
}

interface InnerText {
  readonly text: string;
  readonly names: ReadonlySet<string>;
  readonly blocks: readonly { readonly nodes: readonly unknown[] }[];
}

// Tabs are as wide as the columns before them, other line ends and NUL are rewritten: such lines are parsed in their quote.
const unlike = /[\t\r\0]/;
const marked = /^ {0,3}> ?/;
const mayBeMarked = /^ {0,3}$/;

/** The same quote after `text` grew; undefined when a line without the mark came, or a definition. */
export function growQuote<Inner extends InnerText>(
  quote: OpenQuote<Inner>,
  text: string,
  grow: (inner: Inner, text: string) => Inner,
): OpenQuote<Inner> | undefined {
  const { lineStart, inner } = quote;
  const lines = text.slice(lineStart).split("\n");
  const last = lines.pop() ?? "";
  let { whole } = quote;
  for (const line of lines) {
    if (unlike.test(line) || !marked.test(line)) return undefined;
    whole += `${line.replace(marked, "")}\n`;
  }
  if (unlike.test(last) || !(marked.test(last) || mayBeMarked.test(last))) return undefined;
  const open = marked.test(last) ? last.replace(marked, "") : "";
  const grown = whole + open;
  if (!grown.startsWith(inner.text)) return undefined;
  const next = grow(inner, grown);
  if (next.names.size > inner.names.size) return undefined;
  return { inner: next, whole, lineStart: text.length - last.length };
}

/** The quote whose inner nodes are `nodes`. */
export const quoteNode = (nodes: readonly unknown[]): Blockquote => ({
  type: "blockquote",
  children: nodes as BlockContent[],
});
