import { useState } from "react";
import { emptyMarkdown, growMarkdown, type MarkdownDocument } from "#src/core/markdown/blocks.ts";
import { shownBlocks } from "#src/core/markdown/repair.ts";
import { type MarkdownPart, partsOf } from "./parts.ts";

type Shown = {
  readonly parts: readonly MarkdownPart[];
  /** Keys of the parts that nobody is likely to see at first. */
  readonly late: ReadonlySet<number>;
  readonly definitions: MarkdownDocument["definitions"];
};

/** Parts of a text that are drawn at once at its beginning and at its end: each is about a screen. */
const atEachEnd = 2;

/** Only a cache, so it may be used while rendering: from any earlier document a text grows into the same tree. */
function rememberLatest(): (text: string, isStreaming: boolean) => Shown {
  let document = emptyMarkdown;
  let parts: readonly MarkdownPart[] = [];
  const late = new Set<number>();
  return (text, isStreaming) => {
    document = growMarkdown(document, text);
    const known = parts.length;
    parts = partsOf(shownBlocks(document, isStreaming), parts);
    // Of much that comes at once, someone is at the beginning or at the end.
    for (const part of parts.slice(Math.max(known, atEachEnd), -atEachEnd)) late.add(part.key);
    return { parts, late, definitions: document.definitions };
  };
}

/** The blocks of `text` to show, in parts, and what its link references mean. */
export function useMarkdown(text: string, isStreaming: boolean): Shown {
  const [grow] = useState(rememberLatest);
  return grow(text, isStreaming);
}
