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
  "a fence after blank lines": "\n \n```js\na\n\nb\n ```x\n```\nc",
  "a fence in a list in a quote": "> - ```\n>   a\n>    \n>   b\n> \n>   ```\n",
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
  "a table after a blank line, with rows of one mark":
    "\n| a | b |\n|---|---|\n| c | d |\n| e\nf | **g**\n| h | i | j |\n> k\n\n| l |\n|---|\n| m |\n- n\n",
  "task lists": "- [ ] a\n- [x] b\n  - [ ] c\n- [y] d\n- [ ]\n",
  "an empty item": "-\n\n  a\n\n- \n  b\n\n1.\n\n   c\n",
  nothing: "",
  "blank lines": "\n\n  \n\ta\n \n\n",
  "formulas on lines":
    "a\n$$\n- b\n\\\\\nc $$\n\n\\[\nd\n\\] e\n\n$$\n# f\n\ng\n\n- $$\n  h\n  $$\n\n$$i$$ j\n",
  "formulas in words":
    "$a$ $5 and $6, $$b\nc$$ \\(d\\) \\[e f\\] \\[1\\] $g\n| $h$ | \\(i|\\) |\n|---|---|\n",
  "a table that is none": "a\n| b |\n|--|x\n\nc\n| d |\n|--|\n",
  "a table that grows":
    "| a | b |\n|---|---|\n| c | d |\n| e\nf | **g**\n| h | i | j |\n> k\n\n| l |\n|---|\n| m |\n- n\n",
  "a quote that grows":
    "> # a\n>\n> - b\n>   - c\n> > d\n> > > e\n>\n>f\n>\n>     g\n> ```\n> h\n>\n> ```\n> | i |\n> |---|\n> | j |\n>\n",
  "a quote that goes on lazily": "> a\nb\n> c\n> - d\n e\n>\tf\n>\n> [g]: /u\n> [g]\n",
  "entities and escapes": "&amp; &#35; \\* \\\n*a*\\\nb  \nc",
};

/** The items, rows, blocks or words in the block at `index`. */
function partsOf(document: MarkdownDocument, index: number): readonly Nodes[] {
  const node = document.blocks[index]?.nodes[0];
  return node && "children" in node ? node.children : [];
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

  const long = [
    "plain words go on. ",
    "some **bold** `code` [l](/u) ",
    "a snake_case < 3 ",
    "costs $5 or *",
    "word\n",
    "x | ",
  ];
  const snippets = Object.values(tricky).flatMap((text) => [text, ...text.split(/(?<=\n)/)]);
  const markdown = fc
    .array(
      fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom(...snippets) },
        {
          weight: 9,
          arbitrary: fc.constantFrom(
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
            "$",
            "$$",
            "\\(",
            "\\]",
            "a@b.c",
          ),
        },
        fc.constantFrom(...long).map((text) => text.repeat(Math.ceil(2200 / text.length))),
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
      { numRuns: 100 },
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
    expect(partsOf(after, 1)).toHaveLength(5);
    expect(partsOf(after, 1)[0]).toBe(partsOf(before, 1)[0]);
    expect(partsOf(after, 1)[1]).toBe(partsOf(before, 1)[1]);
  });

  it("keeps the finished rows of a table that grows", () => {
    const table = "So:\n\n| a | b |\n|---|---|\n| c | **d** |\n| e | f |\n| g";
    const before = stream([table]);
    const after = growMarkdown(before, `${table} | h |\n| i | j |\n| k`);
    expect(partsOf(after, 1)).toHaveLength(6);
    for (const row of [0, 1, 2]) expect(partsOf(after, 1)[row]).toBe(partsOf(before, 1)[row]);
  });

  it("keeps the finished blocks of a quote that grows", () => {
    const quote = "> # a\n>\n> - b\n> - c\n>\n> > d\n>\n> e";
    const before = stream([quote]);
    const after = growMarkdown(before, `${quote}f\n>\n> g`);
    expect(partsOf(after, 0)).toHaveLength(5);
    for (const block of [0, 1, 2]) expect(partsOf(after, 0)[block]).toBe(partsOf(before, 0)[block]);
  });

  it("keeps the finished words of a long paragraph that grows", () => {
    const paragraph = "some **bold** words and `code` here ".repeat(80);
    const before = stream(
      Array.from({ length: paragraph.length / 4 }, (_, at) => paragraph.slice(at * 4, at * 4 + 4)),
    );
    const after = growMarkdown(before, `${paragraph}and more`);
    expect(partsOf(after, 0)[61]?.type).toBe("strong");
    expect(partsOf(after, 0)[61]).toBe(partsOf(before, 0)[61]);
  });

  it("keeps the array of settled blocks while none is added", () => {
    const before = stream(["a\n\n", "b"]);
    expect(growMarkdown(before, `${before.text} c`).settled).toBe(before.settled);
  });

  it("takes any depth", () => {
    for (const deep of [">".repeat(5000), "1. ".repeat(5000), "*a **b ".repeat(2000), "[".repeat(5000)]) {
      expect(nodesOf(stream([deep, "x"]))).toEqual(parseWhole(`${deep}x`));
      expect(JSON.stringify(parseWhole(deep)).length).toBeGreaterThan(5000);
    }
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
