import { emptyMarkdown, growMarkdown } from "#src/core/markdown/blocks.ts";
import { htmlOf } from "#src/core/markdown/html.ts";
import { readableText } from "#src/core/markdown/readable.ts";
import type { RichText } from "#src/ui/clipboard-rich.ts";
import { linkAddress } from "#src/ui/markdown/address.ts";
import { doubtOf } from "#src/ui/markdown/link-trust.ts";
import { loadedDrawing } from "#src/ui/markdown/math-loader.ts";

function isDoubtful(words: string, url: string): boolean {
  const href = linkAddress(url);
  return href !== undefined && doubtOf(words, url, href) !== undefined;
}

/** A reply without its markup, and with looks that other programs keep. */
export function formsOf(markdown: string): RichText {
  const { blocks, definitions } = growMarkdown(emptyMarkdown, markdown);
  const nodes = blocks.flatMap((block) => block.nodes);
  return {
    html: htmlOf(nodes, { addresses: definitions, mathml: loadedDrawing()?.mathmlOf, isDoubtful }),
    text: readableText(nodes, definitions),
  };
}
