import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyMarkdown, growMarkdown } from "./blocks.ts";
import { htmlOf } from "./html.ts";
import { readableText } from "./readable.ts";

function parsed(source: string) {
  const { blocks, definitions } = growMarkdown(emptyMarkdown, source);
  return { nodes: blocks.flatMap((block) => block.nodes), definitions };
}
function html(source: string): string {
  const { nodes, definitions } = parsed(source);
  return htmlOf(nodes, { addresses: definitions });
}
function readable(source: string): string {
  const { nodes, definitions } = parsed(source);
  return readableText(nodes, definitions);
}

describe("text as HTML for documents elsewhere", () => {
  it.each([
    ["# a\n\n###### b", "<h1>a</h1><h6>b</h6>"],
    ["a *b* **c** ~~d~~  \ne", "<p>a <em>b</em> <strong>c</strong> <del>d</del><br>e</p>"],
    ["- a\n  1. b", "<ul><li>a<ol><li>b</li></ol></li></ul>"],
    ["3. a\n\n4. b", '<ol start="3"><li><p>a</p></li><li><p>b</p></li></ol>'],
    ["- [x] a\n- [ ] b", "<ul><li>☑ a</li><li>☐ b</li></ul>"],
    ["- [x] a\n\n  b", "<ul><li><p>☑ a</p><p>b</p></li></ul>"],
    ["`a  b`", '<p><code style="font-family:Consolas,Menlo,monospace">a&nbsp;&nbsp;b</code></p>'],
    ["# א\n\nב c\n\nd ה", '<h1 dir="rtl">א</h1><p dir="rtl">ב c</p><p>d ה</p>'],
    ["1. א\n2. b", '<ol dir="rtl"><li>א</li><li dir="ltr">b</li></ol>'],
    ["- a\n- ב", '<ul><li>a</li><li dir="rtl">ב</li></ul>'],
    ["- א\n  - b", '<ul dir="rtl"><li>א<ul dir="ltr"><li>b</li></ul></li></ul>'],
    ["> a\n\n---", "<blockquote><p>a</p></blockquote><hr>"],
    ["[a](https://b.c/?d&e)", '<p><a href="https://b.c/?d&amp;e">a</a></p>'],
    ["[a]\n\n[a]: mailto:b@c.d", '<p><a href="mailto:b@c.d">a</a></p>'],
    ["[a](javascript:alert(1)) [b](file:///c) [d](data:e)", "<p>a b d</p>"],
    ["![a](https://b.c/d.png)", '<p><a href="https://b.c/d.png">a</a></p>'],
    ["<b onclick=x>&'\"", "<p>&lt;b onclick=x&gt;&amp;&#39;&quot;</p>"],
    ["a[^1]\n\n[^1]: b", "<p>a<sup>[1]</sup></p><p><sup>[1]</sup> b</p>"],
  ])("%j", (source, expected) => {
    expect(html(source)).toBe(expected);
  });

  it("writes the address of a doubtful link out", () => {
    const { nodes, definitions } = parsed("[b *c*](https://d.e/?f&g) ![h](https://i.j) [k](https://l.m)");
    const isDoubtful = (words: string, url: string) => `${words} ${url}` !== "k https://l.m";
    expect(htmlOf(nodes, { addresses: definitions, isDoubtful })).toBe(
      '<p>b <em>c</em> (https://d.e/?f&amp;g) h (https://i.j) <a href="https://l.m">k</a></p>',
    );
  });

  it("keeps the lines and the spaces of code without the help of a style sheet", () => {
    const found = html("```js\nif (a)\n    b();\n\n c\n```");
    expect(found).toContain("if (a)<br>&nbsp;&nbsp;&nbsp;&nbsp;b();<br><br>&nbsp;c</code></pre>");
    expect(found).toContain("monospace");
    expect(html("- א\n  ```\n  b\n  ```")).toContain('<pre dir="ltr"');
  });

  it("gives tables borders, a head and the alignment of their columns", () => {
    const found = html("| a | b |\n|---|--:|\n| c<br>d | e |\n| f |");
    expect(found).toMatch(
      /<thead><tr><th style="border:[^"]*">a<\/th><th style="border:[^"]*text-align:right">b/,
    );
    expect(found).toContain("c<br>d</td>");
    expect(found.match(/<td/g)).toHaveLength(4);
    expect(html("| א |\n|---|\n| b |")).toMatch(/^<table dir="rtl"/);
  });

  it("takes formulas from where they are drawn, and as TeX without that", () => {
    const nodes = [{ type: "math", value: "a<b" } as const];
    expect(htmlOf(nodes, { addresses: new Map() })).toMatch(/^<p><code style="[^"]*">a&lt;b<\/code><\/p>$/);
    expect(
      htmlOf(nodes, {
        addresses: new Map(),
        mathml: (tex, isDisplay) => `<math>${tex.length} ${isDisplay}</math>`,
      }),
    ).toBe("<p><math>3 true</math></p>");
    expect(htmlOf(nodes, { addresses: new Map(), mathml: () => undefined })).toContain("a&lt;b");
  });

  it("opens only elements of its own, whatever is written", () => {
    const pieces = fc.constantFrom(
      "<script>",
      "<img src=x onerror=y>",
      "[a](javascript:b)",
      '[a](https://b.c/"onload="d)',
      "![a](http://b 'c')",
      "```\n<i>\n```",
      "| <b> | \n|-|\n",
      "\n",
      "\n\n",
      "> ",
      "- ",
      "*",
      "`",
      "&lt;",
      "\u0000",
      "'\"",
    );
    const own =
      /<\/?(?:p|h[1-6]|em|strong|del|code|pre|br|hr|ul|ol|li|a|table|thead|tbody|tr|th|td|sup|blockquote)(?: (?:href="(?:https?:|mailto:)[^"<>]*"|start="\d+"|style="[^"<>]*"|dir="(?:rtl|ltr)"))*>/g;
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        expect(html(parts.join("")).replaceAll(own, "")).not.toMatch(/[<>"'\0]/);
      }),
      { numRuns: 300 },
    );
  });
});

describe("text without markup", () => {
  it.each([
    ["# a\n\nb *c* `d`", "a\n\nb c d"],
    ["- a\n- b\n  1. c\n  2. d", "- a\n- b\n  1. c\n  2. d"],
    ["9. a\n10. b\n    > c", "9. a\n10. b\n    > c"],
    ["- [x] a\n- [ ] b", "- [x] a\n- [ ] b"],
    ["- a\n\n- b", "- a\n\n- b"],
    ["1. a\n\n   b\n2. c", "1. a\n\n   b\n\n2. c"],
    ["| [a](https://b.c) |\n|-|\n| 100[^1] |\n\n[^1]: d", "a (https://b.c)\n100[1]\n\n[1] d"],
    ["![a](data:image/png;base64,AAAA)", "a"],
    ["| a | b |\n|-|-|\n| c<br>d | e |", "a\tb\nc d\te"],
    [
      "[a](https://b.c) [b.c](https://b.c/) https://d.e <f@g.h> [i](#j)",
      "a (https://b.c) b.c https://d.e f@g.h i",
    ],
    ["[a]\n\n[a]: https://b.c", "a (https://b.c)"],
    ["![a](https://b.c/d.png)", "a (https://b.c/d.png)"],
    ["```js\nif (a)\n    b();\n```\n\nc", "if (a)\n    b();\n\nc"],
    ["> a\n>\n> b", "> a\n>\n> b"],
    ["a[^x]\n\n[^x]: b", "a[x]\n\n[x] b"],
    ["a<br>b\n\n---", "a\nb\n\n---"],
  ])("%j", (source, expected) => {
    expect(readable(source)).toBe(expected);
  });

  it("survives nesting that nobody writes", () => {
    expect(readable(`${">".repeat(3000)} a`)).toContain("a");
    expect(html(`${">".repeat(3000)} a`)).toContain("a");
  });
});
