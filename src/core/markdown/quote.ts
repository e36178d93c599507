import type { BlockContent } from "mdast";
import type { ContainerKind } from "./container.ts";

const marked = /^ {0,3}> ?/;
const markedAndMore = /^ {0,3}>(?: |(?=.))/;
const mayBeMarked = /^ {0,3}>?$/;

/** A quote each of whose lines is marked. */
export const quoteKind: ContainerKind = {
  depth: 1,
  isBlank: false,
  markOf(line, isWhole) {
    const length = (isWhole ? marked : markedAndMore).exec(line)?.[0].length;
    return length ?? (!isWhole && mayBeMarked.test(line) ? "open" : undefined);
  },
  nodeOf: (nodes) => ({ type: "blockquote", children: nodes as BlockContent[] }),
};
