import * as fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Messages } from "#src/ui/i18n.tsx";
import { Markdown } from "./markdown.tsx";

const render = (text: string, isStreaming = false): string =>
  renderToStaticMarkup(
    <Messages>
      <Markdown text={text} isStreaming={isStreaming} />
    </Messages>,
  ).replace(/^<div class="markdown">(.*)<\/div>$/s, "$1");
const words = (html: string): string => html.replaceAll(/<[^>]*>/g, "");

describe("Markdown", () => {
  it.each([
    [
      "a *b* **c** ~~d~~ `e`",
      '<p dir="auto">a <em>b</em> <strong>c</strong> <del>d</del> <code class="markdown-inline-code">e</code></p>',
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
      '<p dir="auto"><a href="https://b.c/" target="_blank" rel="noopener noreferrer">https://b.c</a></p>',
    ],
    ["[a](#b)", '<p dir="auto">a</p>'],
    ["[a](b.md)", '<p dir="auto">a <span class="markdown-address">b.md</span></p>'],
    ["<b>a</b>", '<p dir="auto">&lt;b&gt;a&lt;/b&gt;</p>'],
    ["<script>a</script>", '<p class="markdown-source" dir="auto">&lt;script&gt;a&lt;/script&gt;</p>'],
    ["![a](data:image/png;base64,AA)", '<p dir="auto">a</p>'],
    [
      "a[^1]\n\n[^1]: b",
      '<p dir="auto">a<sup class="markdown-note">1</sup></p><div class="markdown-footnote" dir="auto"><sup class="markdown-note">1</sup><div><p dir="auto">b</p></div></div>',
    ],
  ])("renders %j", (text, html) => {
    expect(render(text)).toBe(html);
  });

  it("renders a table with its alignments in a named region", () => {
    const html = render("| a | b |\n|---|--:|\n| **c** | d | e |\n| f |");
    expect(html).toContain('<section class="markdown-table" aria-label="Table" tabindex="0">');
    expect(html).toContain('<th scope="col" dir="auto" data-align="right">b</th>');
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
    expect(html).toContain('<pre tabindex="0"><code>&lt;a&gt;</code></pre>');
    expect(words(html)).toBe("&lt;a&gt;");
  });

  it("names an image elsewhere instead of loading it", () => {
    const html = render("![a cat](https://b.c/d.png)");
    expect(html).not.toContain("<img");
    expect(html).toContain('aria-label="Open image at b.c"');
    expect(words(html)).toBe("a cat https://b.c/d.png");
    expect(words(render("[![a](https://b.c/d)](https://e.f)"))).toBe("a");
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
  "p em strong del code h3 h4 h5 h6 br hr blockquote ul ol li a span sup div section table thead tbody tr th td figure pre button svg path rect input".split(
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
