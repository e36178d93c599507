import type { MarkdownPart } from "./parts.ts";

const closingFence = /^[ \t>]*(`{3,}|~{3,})[ \t]*$/;

/** Whether a block of code has the line that closes it. */
function isClosed(source: string): boolean {
  const text = source.trimEnd();
  const opening = /^ {0,3}(`{3,}|~{3,})/.exec(text)?.[1];
  const start = text.lastIndexOf("\n") + 1;
  const mark = start > 0 ? closingFence.exec(text.slice(start))?.[1] : undefined;
  return opening !== undefined && mark !== undefined && mark.startsWith(opening);
}

/** The key of the block that is still being written; undefined where none is. */
export function openBlockKey(parts: readonly MarkdownPart[], isStreaming: boolean): number | undefined {
  const last = isStreaming ? parts.at(-1)?.blocks.at(-1) : undefined;
  return last && !isClosed(last.source) ? last.key : undefined;
}
