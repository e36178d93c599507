import type { Token } from "markdown-it";

/** Where the text being written ends: in words, in code, or in nothing that can be half written. */
export interface OpenLeaf {
  readonly type: "words" | "heading" | "cell" | "code" | "none";
  /** Offset in the parsed source; in a document, in its whole text. */
  readonly start: number;
}

const none: OpenLeaf = { type: "none", start: 0 };
const unescapedPipe = /(?<!\\)\|[ \t]*(?!.*(?<!\\)\|)/;

/**
 * The innermost open thing at the end of the tokens: none where a container ends empty. `source`, whose lines begin at
 * `starts`, begins in the line `first` of the text that the tokens were made of.
 */
export function findLeaf(
  source: string,
  starts: readonly number[],
  tokens: readonly Token[],
  first: number,
): OpenLeaf {
  const lineOf = (token: Token | undefined) => (token?.map?.[0] ?? first) - first;
  const line = (index: number) => source.slice(starts[index], starts[index + 1]).trimEnd();
  for (let index = tokens.length - 1; index >= 0; index -= 1) {
    const token = tokens[index];
    const before = tokens[index - 1];
    if (!token || token.nesting < 0) continue;
    if (token.type === "inline" && before?.type.startsWith("t")) {
      const row = tokens.findLast((found) => found.type === "tr_open" && found.map !== null);
      const at = lineOf(row);
      const pipe = unescapedPipe.exec(line(at));
      return { type: "cell", start: (starts[at] ?? 0) + (pipe ? pipe.index + pipe[0].length : 0) };
    }
    if (token.type === "inline") {
      const at = lineOf(token);
      const words = token.content.split("\n", 1)[0]?.trimEnd() ?? "";
      const start = (starts[at] ?? 0) + Math.max(0, line(at).lastIndexOf(words));
      return { type: before?.type === "heading_open" ? "heading" : "words", start };
    }
    if (token.type === "fence" || token.type === "code_block") {
      const at = lineOf(token);
      const fence = token.type === "fence" ? line(at).indexOf(token.markup) : 0;
      return { type: "code", start: (starts[at] ?? 0) + Math.max(0, fence) };
    }
    return none;
  }
  return none;
}
