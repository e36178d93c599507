import { useMemo, useState } from "react";
import {
  emptyMarkdown,
  growMarkdown,
  type MarkdownBlock,
  type MarkdownDocument,
} from "#src/core/markdown/blocks.ts";
import { shownBlocks } from "#src/core/markdown/repair.ts";

/** Only a cache, so it may be used while rendering: from any earlier document a text grows into the same tree. */
function rememberLatest(): (text: string) => MarkdownDocument {
  let latest = emptyMarkdown;
  return (text) => (latest = growMarkdown(latest, text));
}

/** The blocks of `text` to show, and what its link references mean. */
export function useMarkdown(
  text: string,
  isStreaming: boolean,
): { blocks: readonly MarkdownBlock[]; definitions: MarkdownDocument["definitions"] } {
  const [grow] = useState(rememberLatest);
  const document = grow(text);
  const blocks = useMemo(() => shownBlocks(document, isStreaming), [document, isStreaming]);
  return { blocks, definitions: document.definitions };
}
