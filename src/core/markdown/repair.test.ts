import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyMarkdown, growMarkdown } from "./blocks.ts";
import { parseMarkdown } from "./parse.ts";
import { plainText } from "./plain.ts";
import { shownBlocks } from "./repair.ts";
import { repairInline } from "./repair-inline.ts";

describe("repairInline", () => {
  it.each([
    ["**bold", "**bold**"],
    ["a **", "a"],
    ["a **bold*", "a **bold**"],
    ["a **bold**", "a **bold**"],
    ["**bold *both", "**bold *both***"],
    ["***a* b", "***a* b**"],
    ["*a **b***", "*a **b***"],
    ["**bold ", "**bold**"],
    ["_a", "_a_"],
    ["snake_case_na", "snake_case_na"],
    ["3*4 is", "3*4 is"],
    ["2 * 3", "2 * 3"],
    ["2 *", "2"],
    ["~~gone", "~~gone~~"],
    ["~~gone~", "~~gone~~"],
    ["~5 minutes", "~5 minutes"],
    ["a ~~b!~~c", "a ~~b!~~c"],
    ["**a*b*c", "**a*b*c**"],
    ["这是**“重", "这是**“重**"],
    ["这是**“重要”**的", "这是**“重要”**的"],
    ["**注意：**请", "**注意：**请"],
    ["**强调*嵌", "**强调*嵌***"],
    ["请看~~删除。~~后", "请看~~删除。~~后"],
    ["设$n", "设"],
    ["设$n$为", "设$n$为"],
    ["花了$5买", "花了$5买"],
    ["`code", "`code`"],
    ["``a`", "``a``"],
    ["a `", "a"],
    ["`a*b", "`a*b`"],
    ["**see `x", "**see `x`**"],
    ["`a` *b", "`a` *b*"],
    ["[text", "text"],
    ["[text]", "text"],
    ["[text](http", "text"],
    ['[text](http://a.b "ti', "text"],
    ["[text](http://a.b)", "[text](http://a.b)"],
    ["[**te", "**te**"],
    ["**[te", "**te**"],
    ["**[", ""],
    ["a [b](c(d) e", "a [b](c(d) e"],
    ["[text][re", "text"],
    ["[text][re]", "[text][re]"],
    ['[a](<https://x.example/a b> "t', "a"],
    ["as shown [1", "as shown"],
    ["as shown [1]", "as shown"],
    ["as shown [1],", "as shown [1],"],
    ["as shown [1][2]", "as shown [1][2]"],
    ["as shown [1](htt", "as shown 1"],
    ["[!NOTE]", ""],
    ["a [note] b", "a [note] b"],
    ["a ![alt", "a"],
    ["a ![alt](http://a", "a"],
    ["a ![alt](http://a.b)", "a ![alt](http://a.b)"],
    ["a [^1", "a"],
    ["a [^1] b", "a [^1] b"],
    ["a\\", "a"],
    ["a \\* b", "a \\* b"],
    ["a &am", "a"],
    ["a &amp; b", "a &amp; b"],
    ["<https://a.b", "https://a.b"],
    ["<b>*x", "<b>*x*"],
    ["https://a.b/c_d*e", "https://a.b/c_d*e"],
    ["**https://a.b", "**https://a.b**"],
    ["**https://a.b**", "**https://a.b**"],
    ["a <!-- *b", "a <!-- *b*"],
    ["a <!-- *b --> c", "a <!-- *b --> c"],
    ["so $", "so"],
    ["so $x", "so"],
    ["so $x$", "so"],
    ["so $x$ ", "so $x$"],
    ["so $x$.", "so $x$."],
    ["so $x *y", "so"],
    ["so \\frac", "so \\frac"],
    ["so $\\text{all of it} = ", "so"],
    ["it costs $5", "it costs"],
    ["it costs $5 as", "it costs $5 as"],
    ["it costs $20-$", "it costs"],
    ["it costs $20-$30 *now", "it costs $20-$30 *now*"],
    ["the $HOME of ", "the $HOME of"],
    ["US$5", "US$5"],
    ["so $$x", "so"],
    ["so $$x$$", "so $$x$$"],
    ["so \\(x *y", "so"],
    ["so \\(x\\) *y", "so \\(x\\) *y*"],
    ["so \\[ x", "so"],
    ["$$$", "$$$"],
  ])("%s → %s", (source, repaired) => {
    expect(repairInline(source)).toBe(repaired);
  });
});

function show(text: string, isStreaming = true): string {
  const blocks = shownBlocks(growMarkdown(emptyMarkdown, text), isStreaming);
  return plainText(blocks.flatMap((block) => [...block.nodes]));
}
const typesOf = (text: string): string[] =>
  shownBlocks(growMarkdown(emptyMarkdown, text), true).flatMap((block) =>
    block.nodes.map((node) => node.type),
  );

describe("shownBlocks", () => {
  it.each([
    ["Text\n-", "Text", ["paragraph"]],
    ["Text\n- a", "Text\na", ["paragraph", "list"]],
    ["- a\n- ", "a", ["list"]],
    ["- a\n  -", "a", ["list"]],
    ["- [", "", []],
    ["- [x", "", []],
    ["- [x] a", "a", ["list"]],
    ["- [x] *", "", []],
    ["- [x] a\n- [ ] **", "a", ["list"]],
    ["1", "", []],
    ["1.", "", []],
    ["1. a", "a", ["list"]],
    ["##", "", []],
    ["## **a", "a", ["heading"]],
    [">", "", []],
    ["> **a", "a", ["blockquote"]],
    ["> **a\nb", "a\nb", ["blockquote"]],
    ["--", "", []],
    ["``", "", []],
    ["```p", "", ["code"]],
    ["```py\nx\n``", "x", ["code"]],
    ["- ```py\n  x\n  ``", "x", ["list"]],
    ["| a", "a", ["table"]],
    ["| a | **b", "a\tb", ["table"]],
    ["| a | b |\n", "a\tb", ["table"]],
    ["| a | b |\n|--", "a\tb", ["table"]],
    ["| a | b |\n|---|---|\n", "a\tb", ["table"]],
    ["| a | b |\n|---|---|\n| `c", "a\tb\nc\t", ["table"]],
    ["[a]: htt", "", ["definition"]],
    ["[a]:", "", []],
    ['[a]: https://b.example "tit', "", []],
    ["[a]: <https://b", "", []],
    ["[a]: b\n[c]: <https://b", "", ["definition"]],
    ["[^1]:", "", ["footnoteDefinition"]],
    ["[^1]", "", []],
    ["So:\n| a | b", "So:\na\tb", ["paragraph", "table"]],
    ["So:\n| a | b |\n|-", "So:\na\tb", ["paragraph", "table"]],
    ["**a\n\n", "**a", ["paragraph"]],
    ["    *a", "*a", ["code"]],
    ["<div *a", "<div *a", ["html"]],
    ["$$\nx", "", []],
    ["$$\nx\n=", "", []],
    ["$$\n| x", "", []],
    ["$$\nx\n$$", "x", ["math"]],
    ["So:\n$$\nx", "So:", ["paragraph"]],
    ["So:\n\\[\nx\n\\", "So:", ["paragraph"]],
    ["**a\n-", "a", ["paragraph"]],
  ])("shows %j as %j", (text, shown, types) => {
    expect(show(text)).toBe(shown);
    expect(typesOf(text)).toEqual(types);
  });

  it("leaves a finished text as it is written", () => {
    expect(show("a **b", false)).toBe("a **b");
  });

  it("keeps the finished blocks and the repaired block's key", () => {
    const document = growMarkdown(emptyMarkdown, "a\n\n**b");
    const shown = shownBlocks(document, true);
    expect(shown[0]).toBe(document.blocks[0]);
    expect(shown[1]?.key).toBe(document.blocks[1]?.key);
  });
});

const words = fc.array(fc.constantFrom("one", "two", "three", "four5"), { minLength: 1, maxLength: 4 });
const plain = words.map((parts) => parts.join(" "));
const inline = fc
  .array(
    fc.oneof(
      plain,
      plain.map((text) => `**${text}**`),
      plain.map((text) => `*${text}*`),
      plain.map((text) => `**${text} \`code\` *both***`),
      plain.map((text) => `~~${text}~~`),
      plain.map((text) => `\`${text}\``),
      plain.map((text) => `[${text} **x**](https://a.b/c_d_(e) "T")`),
      plain.map((text) => `![${text}](https://a.b/c.png)`),
      plain.map((text) => `$\\text{${text}}$`),
      plain.map((text) => `\\(x_{${text}}\\)`),
      plain.map((text) => `$$y_${text}$$`),
      fc.constantFrom(
        "https://a.b/c_d_e",
        "<https://a.b>",
        "snake_case",
        "a &amp; b",
        "\\*",
        "2 * 3",
        "Yes!",
        "a < b",
        "for $20 or more",
        "for $20-$30",
        "as [1], or [2][3].",
        "和**「强」**或**强。**的",
        "设$n$为~~整数。~~数",
      ),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => `So ${parts.join(" ")}`);
const blocks = fc.oneof(
  inline,
  inline.map((text) => `## ${text}`),
  fc
    .array(inline, { minLength: 1, maxLength: 3 })
    .map((items) => items.map((item) => `- ${item}`).join("\n")),
  fc
    .array(inline, { minLength: 2, maxLength: 3 })
    .map((items) => `So:\n${items.map((item, index) => `${index + 1}. ${item}\n   - ${item}`).join("\n")}`),
  inline.map((text) => `- [ ] ${text}\n- [x] ${text}`),
  plain.map((text) => `- [ ] **${text}**\n- [x] \`${text}\``),
  inline.map((text) => `> ${text}\n> ${text}`),
  plain.map((text) => `\`\`\`\`js\n${text}\n\n\`*_\n\`\`\`\``),
  fc.tuple(plain, inline).map(([head, cell]) => `| ${head} | **b** |\n|---|:--:|\n| ${cell} | x |`),
  plain.map((text) => `${text}\n===`),
  plain.map((text) => `So:\n$$\n${text}\n= x^2\n- y\n$$`),
  plain.map((text) => `\\[\n${text}\n\\]`),
  plain.map((text) => `- so \n  $$\n  ${text}\n  $$`),
  plain.map((text) => `- so:\n  - \`${text}\`\n\n    | **${text}** | b |\n    |---|---|\n    | a | b |`),
  plain.map((text) => `[^1]: ${text}\n[^2]: one "${text}" (two)`),
);

describe("the prefix law", () => {
  it("never takes back a word it has shown", () => {
    fc.assert(
      fc.property(fc.array(blocks, { minLength: 1, maxLength: 4 }), (parts) => {
        const text = parts.join("\n\n");
        let document = emptyMarkdown;
        let shown = "";
        for (let end = 1; end <= text.length; end += 1) {
          document = growMarkdown(document, text.slice(0, end));
          const nodes = shownBlocks(document, true).flatMap((block) => [...block.nodes]);
          const next = plainText(nodes).replaceAll(/\s/g, "");
          expect(next.startsWith(shown), `${JSON.stringify(text.slice(0, end))}: ${shown} → ${next}`).toBe(
            true,
          );
          shown = next;
        }
        const whole = parseMarkdown(text, new Set()).placed.map((placed) => placed.node);
        expect(plainText(whole).replaceAll(/\s/g, "").startsWith(shown)).toBe(true);
      }),
      { numRuns: 25 },
    );
  });
});
