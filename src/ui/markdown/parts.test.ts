import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyMarkdown, growMarkdown } from "#src/core/markdown/blocks.ts";
import { type MarkdownPart, partsOf } from "./parts.ts";

const paragraph = fc.integer({ min: 1, max: 400 }).map((words) => `${"word ".repeat(words)}\n\n`);

describe("partsOf", () => {
  it("holds every block once, in order", () => {
    fc.assert(
      fc.property(fc.array(paragraph, { maxLength: 20 }), (texts) => {
        const { blocks } = growMarkdown(emptyMarkdown, texts.join(""));
        expect(partsOf(blocks, []).flatMap((part) => part.blocks)).toEqual(blocks);
      }),
    );
  });

  it("does not keep headings together without end", () => {
    const { blocks } = growMarkdown(emptyMarkdown, "# a\n".repeat(10_000));
    expect(Math.max(...partsOf(blocks, []).map((part) => part.blocks.length))).toBeLessThan(1500);
  });

  it("keeps finished parts while a text grows", () => {
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 2, maxLength: 20 }), (texts) => {
        let document = emptyMarkdown;
        let parts: readonly MarkdownPart[] = [];
        for (const text of texts) {
          document = growMarkdown(document, document.text + text);
          const next = partsOf(document.blocks, parts);
          // The last blocks before the end may still be open; what stands before them is not.
          for (const [index, part] of parts.slice(0, -2).entries()) expect(next[index]).toBe(part);
          parts = next;
        }
      }),
    );
  });
});
