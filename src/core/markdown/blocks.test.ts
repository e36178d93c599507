import * as fc from "fast-check";
import type { Nodes } from "mdast";
import { describe, expect, it } from "vitest";
import { emptyMarkdown, growMarkdown, type MarkdownDocument } from "./blocks.ts";
import { parseMarkdown } from "./parse.ts";

/** The second source: the parser itself on the whole text. */
const parseWhole = (text: string): Nodes[] => parseMarkdown(text).placed.map((placed) => placed.node);

const nodesOf = (document: MarkdownDocument): Nodes[] => document.blocks.flatMap((block) => [...block.nodes]);

function stream(pieces: readonly string[]): MarkdownDocument {
  let text = "";
  return pieces.reduce((document, piece) => growMarkdown(document, (text += piece)), emptyMarkdown);
}

const tricky: Record<string, string> = {
  "a tight and a loose list": "- a\n- b\n\n- c\n\n\n  d\n\ntext\n",
  "two lists with different bullets": "- a\n\n* b\n\n+ c\n1. d\n2) e\n",
  "a list that a number continues": "1. a\n\n2. b\n\n3\n\n4. c",
  "a thematic break that looked like an item": "- a\n\n- - -\n\n- - -x\n\n* * *",
  "lazy continuation": "> a\nb\n> c\n\n- d\ne\n\n> - f\ng\n",
  "setext headings": "a\n=\n\nb\nc\n---\nd\n--x\n- e\n-\n",
  "a rule and a heading": "a\n***\nb\n---\n\n---\n",
  tables: "a\n| b | c |\n|---|:-:|\n| d | e\nf\n\n| g |\n| -x |\n",
  "a table that breaks": "| a |\n|---|\n> b\n\n| a | b |\n|---|\n",
  "fences in lists": "- a\n  ```js\n  b\n\n  c\n  ```\n- d\n\n      e\n\n```\nf\n",
  "fences of two sizes": "````md\n```\na\n```\n````\n~~~\n```\n~~~~\nb\n",
  "an empty fence": "```\n\n```\n\n```\n```\n\n```",
  "a fence with a blank end": "```\na\n\n\n",
  "a fence that does not close": "```a`\n``\n\n```\na\n```x\n    ```\n ```\nb",
  "html blocks": "a\n<div>\n*b*\n\n*c*\n<!-- d\n\ne --> f\ng\n<x-y>\n\n<pre>\n\nh\n</pre>\ni",
  "nested quotes": "> a\n> > b\n> > > c\n> d\n>\n> e\n\n> f",
  CRLF: "# a\r\n\r\n- b\r\n- c\r\n\r\n```\r\nd\r\n```\r\n\r\n| e |\r\n|---|\r\n| f |\r\n\r\ng\r\nh",
  "lone CR": "a\r\rb\r- c\r\r\r# d\r",
  tabs: "-\ta\n\n\tb\n\n\t\tc\n\n\td\n\ne\n\tf\n\n\tg\n",
  "indented code": "    a\n\n\n    b\n\nc\n    d\n\n    e\n   f\n",
  "a late definition":
    "see [a], [A][], ![b][a] and [x][a b]\n\n- [a]\n\n> [a\n> b]\n\nc\n\n[a]: /u 'T'\n[A  b]: <v>\n[a]: /w\n",
  "a definition with its title below": "[a]\n\n[a]: /u\n'title\nmore'\nb\n\n[c]: /v\n'no title\n\n[c]\n",
  "a definition that is none": "[a]\n\n[a]: /u x\n\n[b]:\n\n[b]",
  "a definition in a quote": "[a]\n\n> [a]: /u\n> b\n\n- [c]: /v\n\n[c]",
  "a definition under a heading line": "[a]: /u\n===\n\n[b]: /v\nx\n===\n[a] [b]",
  footnotes: "a[^1] b[^n]\n\n[^1]: one\n\n    two\n\n[^n]: n[^1]\nlazy\n\nc",
  "no-break characters": "\ufeffa\n\n\ufeff# b\n\nc\0d\n\n```\n\0\n```\n",
  autolinks: "www.a.b, https://a.b/c_d*e* a@b.c <http://x.y>\n\nhttps://a.b",
  "a long list":
    "So:\n1. **a**\n2. b *c*\n   - d\n\n3. e\n   f\n4. [g]\n\n   ```\n   5. h\n   ```\n5. i\n6) j\n\n[g]: /u\n",
  "a list with what interrupts":
    "- a\n- b\n- 2. c\n- d\n-\n- e\n\n\n- f\n      - g\n- <pre>\n- h\n- [x]: /u\n- i [x]\n# j\n- k",
  "task lists": "- [ ] a\n- [x] b\n  - [ ] c\n- [y] d\n- [ ]\n",
  "an empty item": "-\n\n  a\n\n- \n  b\n\n1.\n\n   c\n",
  nothing: "",
  "blank lines": "\n\n  \n\ta\n \n\n",
  "entities and escapes": "&amp; &#35; \\* \\\n*a*\\\nb  \nc",
};

function itemsOf(document: MarkdownDocument): readonly Nodes[] {
  const node = document.blocks[1]?.nodes[0];
  return node?.type === "list" ? node.children : [];
}

describe("growMarkdown", () => {
  it.each(Object.entries(tricky))("ends as the whole for every cut: %s", (_name, text) => {
    for (let cut = 0; cut <= text.length; cut += 1) {
      expect(nodesOf(stream([text.slice(0, cut), text.slice(cut)]))).toEqual(parseWhole(text));
    }
  });

  it.each(Object.entries(tricky))("is right after each character: %s", (_name, text) => {
    let document = emptyMarkdown;
    for (let end = 0; end <= text.length; end += 1) {
      document = growMarkdown(document, text.slice(0, end));
      expect(nodesOf(document)).toEqual(parseWhole(text.slice(0, end)));
    }
  });

  const snippets = Object.values(tricky).flatMap((text) => [text, ...text.split(/(?<=\n)/)]);
  const markdown = fc
    .array(
      fc.oneof(
        fc.constantFrom(...snippets),
        fc.constantFrom(
          "\n",
          "\n\n",
          "  ",
          "\t",
          "- ",
          "> ",
          "1. ",
          "```",
          "|",
          "*",
          "`",
          "[a]",
          "x",
          "<",
          "#",
          "=",
          "-",
        ),
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join(""));

  it("ends as the whole for any text in any pieces", () => {
    fc.assert(
      fc.property(
        markdown,
        fc.array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 200 }),
        (text, sizes) => {
          let document = emptyMarkdown;
          let end = 0;
          for (const size of sizes) {
            end += size;
            document = growMarkdown(document, text.slice(0, end));
          }
          expect(nodesOf(growMarkdown(document, text))).toEqual(parseWhole(text));
        },
      ),
      { numRuns: 200 },
    );
  });

  it("keeps finished blocks while the text grows", () => {
    const text = "# a\n\nb\n\n- c\n- d\n\n```\ne\n```\n\nf\n\ng";
    let document = emptyMarkdown;
    for (let end = 1; end <= text.length; end += 1) {
      const next = growMarkdown(document, text.slice(0, end));
      for (const [index, block] of document.settled.entries()) {
        expect(next.blocks[index]).toBe(block);
      }
      expect(next.settled.length).toBeGreaterThanOrEqual(document.settled.length);
      document = next;
    }
    expect(document.settled.length).toBe(5);
  });

  it("is the same object for the same text", () => {
    const document = stream(["a\n\n", "b"]);
    expect(growMarkdown(document, "a\n\nb")).toBe(document);
  });

  it("makes again only the blocks whose reference became known", () => {
    const before = stream(["one [a]\n\ntwo [b]\n\nthree\n\n"]);
    const after = growMarkdown(before, `${before.text}[a]: /u\n`);
    expect(after.blocks[0]).not.toBe(before.blocks[0]);
    expect(after.blocks[1]).toBe(before.blocks[1]);
    expect(after.blocks[2]).toBe(before.blocks[2]);
    expect(after.definitions.get("a")?.url).toBe("/u");
  });

  it("keeps the finished items of a list that grows", () => {
    const list = "So:\n\n1. one\n2. two\n3. three\n\n   more\n4. fo";
    const before = stream([list]);
    const after = growMarkdown(before, `${list}ur\n5. five`);
    expect(itemsOf(after)).toHaveLength(5);
    expect(itemsOf(after)[0]).toBe(itemsOf(before)[0]);
    expect(itemsOf(after)[1]).toBe(itemsOf(before)[1]);
  });

  it("keeps the map of definitions while none is added", () => {
    const before = stream(["[a]: /u\n\n[a]: /v\n\n[^n]: note\n\nb"]);
    expect(growMarkdown(before, `${before.text} c`).definitions).toBe(before.definitions);
  });

  it("parses whole what is not an extension", () => {
    expect(nodesOf(stream(["# a\n\nb"])).length).toBe(2);
    expect(nodesOf(growMarkdown(stream(["# a\n\nb"]), "c"))).toEqual(parseWhole("c"));
  });
});
