import { useState } from "react";
import { emptyMarkdown, growMarkdown, type MarkdownDocument } from "#src/core/markdown/blocks.ts";
import { shownBlocks } from "#src/core/markdown/repair.ts";
import { type MarkdownPart, partsOf } from "./parts.ts";

type Shown = {
  readonly parts: readonly MarkdownPart[];
  readonly definitions: MarkdownDocument["definitions"];
};

/** Only a cache, so it may be used while rendering: from any earlier document a text grows into the same tree. */
function rememberLatest(): (text: string, isStreaming: boolean) => Shown {
  let document = emptyMarkdown;
  let parts: readonly MarkdownPart[] = [];
  return (text, isStreaming) => {
    document = growMarkdown(document, text);
    parts = partsOf(shownBlocks(document, isStreaming), parts);
    return { parts, definitions: document.definitions };
  };
}

/** The blocks of `text` to show, in parts, and what its link references mean. */
export function useMarkdown(text: string, isStreaming: boolean): Shown {
  const [grow] = useState(rememberLatest);
  return grow(text, isStreaming);
}
