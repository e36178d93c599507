import type { Code } from "mdast";

/** A fenced block at the top level that is still being written. */
export interface OpenFence {
  readonly node: Code;
  /** Offset in the whole text where its content begins. */
  readonly contentStart: number;
  /** Matches a text one of whose lines closes the fence. */
  readonly closing: RegExp;
}

// Other line endings and NUL are rewritten by the parser, so they take the long way.
const rewritten = /[\r\0]/;

/** The fence of which `source`, the last block of a text, is the beginning; undefined when it is closed or not plain. */
export function findOpenFence(source: string, offset: number, node: Code): OpenFence | undefined {
  const opener = /^(?: *\n)*(`{3,}|~{3,})[^\n]*\n/.exec(source);
  const fence = opener?.[1];
  if (!opener || !fence || rewritten.test(source)) return undefined;
  const closing = new RegExp(`^ {0,3}${fence.charAt(0)}{${fence.length},}[ \\t]*$`, "m");
  if (closing.test(source.slice(opener[0].length))) return undefined;
  return { node, contentStart: offset + opener[0].length, closing };
}

/** The same fence after `text` grew from `previousLength`; undefined when what was added has to be parsed. */
export function growFence(fence: OpenFence, text: string, previousLength: number): OpenFence | undefined {
  if (rewritten.test(text.slice(previousLength))) return undefined;
  const lineStart = Math.max(text.lastIndexOf("\n", previousLength - 1) + 1, fence.contentStart);
  if (fence.closing.test(text.slice(lineStart))) return undefined;
  const end = text.endsWith("\n") ? text.length - 1 : text.length;
  return { ...fence, node: { ...fence.node, value: text.slice(fence.contentStart, end) } };
}
