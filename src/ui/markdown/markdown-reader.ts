import { emptyMarkdown, growMarkdown, type MarkdownDocument } from "#src/core/markdown/blocks.ts";
import { shownBlocks, waitsForTitle } from "#src/core/markdown/repair.ts";
import { type MarkdownPart, partsOf } from "./parts.ts";

type Shown = {
  readonly parts: readonly MarkdownPart[];
  /** Keys of the parts that nobody is likely to see at first. */
  readonly late: ReadonlySet<number>;
  readonly definitions: MarkdownDocument["definitions"];
};

/** The blocks of a text to show, in parts, and what its link references mean. */
export type MarkdownReader = (text: string, isStreaming: boolean) => Shown;

/** Parts of a text that are drawn at once at its beginning and at its end: about a screen. */
const atEachEnd = 3;

/**
 * Reads one text as it grows. It only remembers, so it may be used while rendering, and before that: from any earlier document a
 * text grows into the same tree.
 */
export function createMarkdownReader(): MarkdownReader {
  let document = emptyMarkdown;
  let parts: readonly MarkdownPart[] = [];
  const late = new Set<number>();
  let latest: { text: string; isStreaming: boolean; shown: Shown } | undefined;
  return (text, isStreaming) => {
    if (latest?.text === text && latest.isStreaming === isStreaming) return latest.shown;
    const next = growMarkdown(document, text);
    if (!isStreaming || !waitsForTitle(document, next)) document = next;
    const known = parts.length;
    parts = partsOf(shownBlocks(document, isStreaming), parts);
    // Of much that comes at once, someone is at the beginning or at the end.
    for (const part of parts.slice(Math.max(known, atEachEnd), -atEachEnd)) late.add(part.key);
    latest = { text, isStreaming, shown: { parts, late, definitions: document.definitions } };
    return latest.shown;
  };
}
