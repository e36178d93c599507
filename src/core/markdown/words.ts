import type { RootContent } from "mdast";

const letter = /\p{L}$/u;
const word = /[\p{L}\p{N}]$/u;
const wordAndMark = /(?:[\p{L}\p{N}],|\p{L}\.)$/u;
const moreWords = /^[\p{L}\p{N}, ]*[\p{L}\p{N},]$/u;

/**
 * Whether `added` can do nothing after `text` but go on with its words: whatever opens, closes, divides or begins something
 * in markdown is or has a mark, and after a mark the next character may decide what it is.
 */
function isMoreWords(text: string, added: string): boolean {
  const end = text.slice(-2);
  if (added === ".") return letter.test(end);
  return moreWords.test(added) && (word.test(end) || (added.startsWith(" ") && wordAndMark.test(end)));
}

const lastLine = (text: string): string => text.slice(text.lastIndexOf("\n") + 1);

function growLastText(nodes: readonly RootContent[], text: string, added: string): RootContent[] | undefined {
  const node = nodes.at(-1);
  switch (node?.type) {
    case "text":
      // Words that have ended are not gone on with, and a line from a "<" on is HTML as soon as the tag's name is whole.
      if (!text.endsWith(node.value.slice(-2)) || lastLine(node.value).startsWith("<")) return undefined;
      return [...nodes.slice(0, -1), { ...node, value: node.value + added }];
    case "paragraph":
    case "list":
    case "listItem":
    case "blockquote": {
      const children = growLastText(node.children, text, added);
      return children && [...nodes.slice(0, -1), { ...node, children } as RootContent];
    }
    default:
      return undefined;
  }
}

/** The block `node`, in whose words `text` ends, grown by what was added; undefined where that may be more than words. */
export function growWords(node: RootContent, text: string, added: string): RootContent | undefined {
  return isMoreWords(text, added) ? growLastText([node], text, added)?.[0] : undefined;
}
