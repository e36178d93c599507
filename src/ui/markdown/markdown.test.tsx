import * as fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, it } from "vitest";
import { loadTranscriptTexts, Messages } from "#src/ui/i18n.tsx";
import { createMarkdownReader } from "./markdown-reader.ts";
import { Markdown } from "./markdown.tsx";

const render = (text: string, isStreaming = false): string =>
  renderToStaticMarkup(
    <Messages>
      <Markdown text={text} isStreaming={isStreaming} read={createMarkdownReader()} />
    </Messages>,
  ).replace(/^<div class="markdown">(?:<div class="markdown-part">(.*)<\/div>)?<\/div>$/s, "$1");
const words = (html: string): string => html.replaceAll(/<[^>]*>/g, "");

describe("Markdown", () => {
  beforeAll(loadTranscriptTexts);

  it.each([
    [
      "a *b* **c** ~~d~~ `e`",
      '<p dir="auto">a <em>b</em> <strong>c</strong> <del>d</del> <code class="markdown-inline-code" dir="auto">e</code></p>',
    ],
    ["# a", '<h3 class="markdown-heading" data-size="1" dir="auto">a</h3>'],
    ["###### a", '<h6 class="markdown-heading" data-size="3" dir="auto">a</h6>'],
    ["a  \nb", '<p dir="auto">a<br/>b</p>'],
    ["---", "<hr/>"],
    ["> a", '<blockquote dir="auto"><p dir="auto">a</p></blockquote>'],
    [
      "- a\n  1. b",
      '<ul class="markdown-list"><li dir="auto">a<ol class="markdown-list" start="1"><li dir="auto">b</li></ol></li></ul>',
    ],
    [
      "3. a\n\n4. b",
      '<ol class="markdown-list markdown-loose" start="3"><li dir="auto"><p dir="auto">a</p></li><li dir="auto"><p dir="auto">b</p></li></ol>',
    ],
    [
      "[a](https://b.c)",
      '<p dir="auto"><a href="https://b.c/" target="_blank" rel="noopener noreferrer">a</a></p>',
    ],
    [
      "[a]\n\n[a]: mailto:b@c.d 'T'",
      '<p dir="auto"><a href="mailto:b@c.d" target="_blank" rel="noopener noreferrer" title="T">a</a></p>',
    ],
    [
      "https://b.c",
      '<p dir="auto"><a href="https://b.c/" target="_blank" rel="noopener noreferrer" dir="ltr">https://b.c</a></p>',
    ],
    ["[a](#b)", '<p dir="auto">a</p>'],
    ["[a](b.md)", '<p dir="auto">a <span class="markdown-address">b.md</span></p>'],
    ["<b>a</b>", '<p dir="auto">&lt;b&gt;a&lt;/b&gt;</p>'],
    ["<script>a</script>", '<p class="markdown-source" dir="auto">&lt;script&gt;a&lt;/script&gt;</p>'],
    [
      "![a](data:image/png;base64,AA)",
      '<p dir="auto"><img src="data:image/png;base64,AA" alt="a" class="markdown-image-data"/></p>',
    ],
    ["![a](data:image/svg+xml;base64,AA)", '<p dir="auto">a</p>'],
    ["a<br>b<BR />c", '<p dir="auto">a<br/>b<br/>c</p>'],
    ["a<br class=x>", '<p dir="auto">a&lt;br class=x&gt;</p>'],
  ])("renders %j", (text, html) => {
    expect(render(text)).toBe(html);
  });

  it("numbers footnotes by their first reference and holds no words of its own", () => {
    const html = render("a[^b] c[^d] e[^b]\n\n[^d]: f\n\n[^b]: g *h*\n\n[^i]: j");
    expect(html.match(/aria-label="Footnote \d"/g)).toEqual(
      [1, 2, 1, 2, 1, 3].map((number) => `aria-label="Footnote ${number}"`),
    );
    expect(html).toContain('data-number="1" aria-label="Footnote 1" title="[b] g h"');
    expect(html).toContain('aria-label="Back to footnote 2 in the text"');
    expect(words(html)).toBe("a c efg hj");
  });

  it("marks controls of direction in code and links, and leaves those that words need", () => {
    const html = render("`a\u202Eb` [c\u2067d](https://e.f) \u200Fg");
    expect(html).toContain(
      'a<span class="markdown-control-mark" data-name="U+202E" title="U+202E">\u202E</span>b',
    );
    expect(html).toContain('data-name="U+2067"');
    expect(html).not.toContain("U+200F");
    expect(words(html)).toBe("a\u202Eb c\u2067d \u200Fg");
  });

  it.each([
    ["![a\u202Eb](https://c.d/e.png)", "U+202E"],
    ["![a](https://c.d/\u202Ee.png)", "U+202E"],
    ["[![a\u202Eb](c.png)](https://d.e)", "U+202E"],
    ["[a](b\u200B.md)", "U+200B"],
    ['a <b title="\u202E">', "U+202E"],
    ["<div \u202Ea>", "U+202E"],
    ["$a\u202Eb$", "U+202E"],
  ])("marks controls of direction in %j", (text, name) => {
    expect(render(text)).toContain(`data-name="${name}"`);
  });

  it("tells large parts their direction, for which the browser would look through all of them again and again", () => {
    expect(render("*a* b ".repeat(200))).toMatch(/^<p dir="ltr">/);
    expect(render("*א* ב ".repeat(200))).toContain('<p dir="rtl">');
    expect(render("# `1` ".concat("`1` ".repeat(200)))).toContain('data-size="1" dir="ltr"');
    expect(render(`- ${"*a* b ".repeat(200)}`)).toContain('<li dir="ltr">');
    expect(render(`|a|\n|-|\n|${"*a* b ".repeat(200)}|`)).toContain('<td dir="ltr"');
    expect(render("> a\n>\n".repeat(200))).toContain('<blockquote dir="ltr">');
  });

  it.each(["bank\\(.\\)com", "bank\\(\\cdot\\)com", "bank$.$com", "bank<br>.com"])(
    "asks before it follows %s",
    (name) => {
      expect(render(`[${name}](https://evil.example/)`)).not.toContain("href");
    },
  );

  it("gives no address to a link whose words name another one", () => {
    const html = render("[https://bank.example](https://evil.example/)");
    expect(html).not.toContain("evil.example");
    expect(html).toContain('<span role="link" tabindex="0"');
    expect(words(html)).toBe("https://bank.example");
  });

  it("renders a table with its alignments in a named region", () => {
    const html = render("| a | b |\n|---|--:|\n| **c** | d | e |\n| f |");
    expect(html).toContain('<section class="markdown-table-frame" aria-label="Table" tabindex="0">');
    expect(html).toContain('<th scope="col" dir="auto" data-align="right">b<button');
    expect(html).toContain('aria-label="Sort by b"');
    expect(words(html)).toBe("abcdf");
    expect(html).toContain(
      '<tr><td dir="auto"><strong>c</strong></td><td dir="auto" data-align="right">d</td></tr>',
    );
    expect(html).toContain('<tr><td dir="auto">f</td><td dir="auto" data-align="right"></td></tr>');
  });

  it("renders a task list whose boxes are named by their text", () => {
    const html = render("- [x] a\n- [ ] b");
    const [id = ""] = /(?<=aria-labelledby=")[^"]*/.exec(html) ?? [];
    expect(html).toContain(`<div id="${id}">a</div>`);
    expect(html.match(/checked=""/g)).toHaveLength(1);
  });

  it("renders code with a named control and no words of its own", () => {
    const html = render("```js\n<a>\n```");
    expect(html).toContain('data-language="js"');
    expect(html).toContain('aria-label="Copy code"');
    expect(html).toMatch(
      /<pre tabindex="0"><code><span class="code-chunk"[^<>]*>&lt;a&gt;<\/span><\/code><\/pre>/,
    );
    expect(words(html)).toBe("&lt;a&gt;");
  });

  it("names an image elsewhere instead of loading it", () => {
    const html = render("![a cat](https://b.c/d.png)");
    expect(html).not.toContain("<img");
    expect(html).toContain('aria-label="Open image at b.c"');
    expect(words(html)).toBe("a cat https://b.c/d.png");
    expect(words(render("[![a](https://b.c/d)](https://e.f)"))).toBe("a");
  });

  it("says what cannot be asked for, and where a link without words leads", () => {
    expect(words(render("![a plot](plot.png)"))).toBe("a plot plot.png");
    expect(words(render("![](sandbox:/plot.png)"))).toBe("sandbox:/plot.png");
    expect(words(render("![](data:image/svg+xml;base64,AA)"))).toBe("data:image/svg+xml;base64");
    expect(words(render("[![](https://b.c/d)](https://e.f/)"))).toBe("https://e.f/");
  });

  it("shows a streamed text repaired and a finished one as written", () => {
    expect(words(render("a **b", true))).toBe("a b");
    expect(words(render("a **b"))).toBe("a **b");
  });

  it("survives nesting that nobody writes", () => {
    expect(words(render(`${">".repeat(3000)} a`))).toContain("a");
    expect(words(render(`${"*a **b ".repeat(500)}${"** *".repeat(500)}`))).toContain("a");
  });
});

const attacks = [
  "[a](javascript:alert(1))",
  "[a](JaVaScRiPt:alert(1))",
  "[a](&#106;avascript:alert(1))",
  "[a](&#x6A&#x61;vascript&colon;alert(1))",
  "[a](<java\tscript:alert(1)>)",
  "[a](<\u0001javascript:alert(1)>)",
  "[a](vbscript:a)",
  "[a](data:text/html;base64,PHNjcmlwdD4=)",
  "[a](file:///etc/passwd)",
  "[a](blob:https://a.b/c)",
  "[a](//evil.example)",
  "[a]\n\n[a]: javascript:alert(1)",
  "<javascript:alert(1)>",
  "<img src=x onerror=alert(1)>",
  "<svg onload=alert(1)>",
  "<iframe src=javascript:alert(1)></iframe>",
  "</p><script>alert(1)</script>",
  '![a" onerror="alert(1)](https://b.c/d.png)',
  "![a](javascript:alert(1))",
  '[a](https://b.c "t\\" onclick=\\"alert(1)")',
  '[a](https://b.c/"onmouseover=alert(1))',
  '```"><script>alert(1)</script>\nx\n```',
  "| <script> | [a](javascript:b) |\n|---|---|\n| ![x](data:c) | <b> |",
  "[a[^1]](javascript:x)\n\n[^1]: <script>",
];
const tags = /<\/?([a-z0-9]+)((?:\s+[a-z-]+(?:="[^"<>]*")?)*)\s*\/?>/gi;
const known = new Set(
  "p em strong del code h3 h4 h5 h6 br hr blockquote ul ol li a span sup div section table thead tbody tr th td figure pre button svg path rect circle input".split(
    " ",
  ),
);

function expectHarmless(html: string): void {
  // Whatever is not a whole tag of ours may not open one.
  expect(html.replaceAll(tags, "")).not.toMatch(/[<>]/);
  for (const [, name = "", attributes = ""] of html.matchAll(tags)) {
    expect(known).toContain(name);
    for (const [, attribute = "", value = ""] of attributes.matchAll(/\s([a-z-]+)(?:="([^"]*)")?/gi)) {
      expect(attribute).not.toMatch(/^(?:on.*|src|srcset|srcdoc|action|formaction)$/i);
      if (attribute === "href") expect(value).toMatch(/^(?:https?|mailto):/);
    }
  }
}

describe("hostile text", () => {
  it.each(attacks)("is harmless: %s", (text) => {
    expectHarmless(render(text));
    expectHarmless(render(text, true));
  });

  it("is harmless in any mixture", () => {
    const pieces = fc.constantFrom(...attacks, "\n", "\n\n", "- ", "> ", "`", "**", "[", "](", ")", "<", '"');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), fc.boolean(), (parts, isStreaming) => {
        expectHarmless(render(parts.join(""), isStreaming));
      }),
      { numRuns: 300 },
    );
  });
});
