import type { Nodes } from "mdast";
import { describe, expect, it } from "vitest";
import { parseMarkdown } from "./parse.ts";

/** Words as they are, formulas as `⟨tex⟩`, those on lines of their own as `⟦tex⟧`, code as `code`. */
function sketch(node: Nodes): string {
  switch (node.type) {
    case "text":
      return node.value;
    case "inlineMath":
      return `⟨${node.value}⟩`;
    case "math":
      return `⟦${node.value}⟧`;
    case "code":
    case "inlineCode":
      return `\`${node.value}\``;
    case "emphasis":
      return `<${node.children.map(sketch).join("")}>`;
    case "listItem":
      return `- ${node.children.map(sketch).join("¶")}`;
    default:
      return "children" in node
        ? node.children.map(sketch).join(node.type === "tableRow" ? "|" : "")
        : node.type;
  }
}
const read = (text: string): string =>
  parseMarkdown(text)
    .placed.map((placed) => sketch(placed.node))
    .join("¶");

describe("formulas in words", () => {
  it.each([
    ["$x$", "⟨x⟩"],
    ["$\\frac{a}{b}$", "⟨\\frac{a}{b}⟩"],
    ["So $E=mc^2$.", "So ⟨E=mc^2⟩."],
    ["($n$-gram)", "(⟨n⟩-gram)"],
    ["$a$, $b$", "⟨a⟩, ⟨b⟩"],
    ["the $n$th", "the ⟨n⟩th"],
    ["函数$f(x)$的导数", "函数⟨f(x)⟩的导数"],
    ["は$x$です。한국$x$의", "は⟨x⟩です。한국⟨x⟩의"],
    ["$2x + 1$", "⟨2x + 1⟩"],
    ["$5 \\text{ apples}$", "⟨5 \\text{ apples}⟩"],
    ["$a_1 * b_2 * c$", "⟨a_1 * b_2 * c⟩"],
    ["$a\\$b$", "⟨a\\$b⟩"],
    ["**$x$** and *a $y$*", "⟨x⟩ and <a ⟨y⟩>"],
    ["$$x$$ in words", "⟨x⟩ in words"],
    ["see $$a\nb$$ there", "see ⟨a\nb⟩ there"],
    ["a \\(x^2\\) b", "a ⟨x^2⟩ b"],
    ["a \\( x\ny \\) b", "a ⟨x\ny⟩ b"],
    ["a \\[ x \\] b", "a ⟨x⟩ b"],
    ["a \\[a \\\\[2pt] b\\] c", "a ⟨a \\\\[2pt] b⟩ c"],
    ["| $a$ | \\(b\\) |\n|---|---|\n", "⟨a⟩|⟨b⟩"],
    ["# $x$", "⟨x⟩"],
  ])("%j → %s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe("what is none", () => {
  it.each([
    ["$5 and $10", "$5 and $10"],
    ["花了$5买书，又花了$8。", "花了$5买书，又花了$8。"],
    ["成本是$5。价格是$x$", "成本是$5。价格是⟨x⟩"],
    ["costs $20-$30", "costs $20-$30"],
    ["US$5 and US$6", "US$5 and US$6"],
    ["US$5 or $6", "US$5 or $6"],
    ["`$x$`", "`$x$`"],
    ["    $x$", "`$x$`"],
    ["```\n$x$ \\(y\\) $$z$$\n```", "`$x$ \\(y\\) $$z$$`"],
    ["`\\(x\\)`", "`\\(x\\)`"],
    ["\\$5", "$5"],
    ["\\$5 or \\$6$", "$5 or $6$"],
    ["$HOME and $PATH", "$HOME and $PATH"],
    ["$HOME/$USER", "$HOME/$USER"],
    ["$1,000.50 to $2,000", "$1,000.50 to $2,000"],
    ["$5 or 10$", "$5 or 10$"],
    ["$ x $", "$ x $"],
    ["$x $ y", "$x $ y"],
    ["$x\ny$", "$x\ny$"],
    ["$$", "$$"],
    ["$$ $$", "$$ $$"],
    ["$$$x$$$", "$$$x$$$"],
    ["a$x$", "a$x$"],
    ["$A$1:$B$2", "$A$1:$B$2"],
    ["half $x", "half $x"],
    ["half $$x", "half $$x"],
    ["half \\(x", "half (x"],
    ["\\\\(x\\\\)", "\\(x\\)"],
    ["[ x^2 ]", "[ x^2 ]"],
    ["( x^2 )", "( x^2 )"],
    ["as in \\[1\\] and \\[note\\]", "as in [1] and [note]"],
    ["\\[not a link](/u)", "[not a link](/u)"],
  ])("%j", (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe("formulas on lines of their own", () => {
  it.each([
    ["$$x$$", "⟦x⟧"],
    ["$$\nx\n$$", "⟦x⟧"],
    ["$$\na\n\\\\\nb\n$$", "⟦a\n\\\\\nb⟧"],
    ["$$ a\nb $$", "⟦a\nb⟧"],
    ["\\[x\\]", "⟦x⟧"],
    ["\\[\nx\n\\]", "⟦x⟧"],
    ["\\[ a\n= b \\]", "⟦a\n= b⟧"],
    ["\\[\\begin{aligned}\na &= b\n\\end{aligned}\\]", "⟦\\begin{aligned}\na &= b\n\\end{aligned}⟧"],
    ["So:\n$$\nx\n$$\nand", "So:¶⟦x⟧¶and"],
    ["$$\n- a\n# b\n$$", "⟦- a\n# b⟧"],
    ["- one:\n  $$\n  x\n    y\n  $$\n- two", "- one:¶⟦x\n  y⟧- two"],
    ["> $$\n> x\n> $$", "⟦x⟧"],
    ["$$\nx\n\ny\n$$", "$$\nx¶y¶$$"],
    ["$$\nx", "$$\nx"],
    ["$$\nx\n- y", "$$\nx\n- y"],
    ["$$\nx $$ y", "⟨x⟩ y"],
    ["    $$\n    x\n    $$", "`$$\nx\n$$`"],
    ["[\nx^2\n]", "[\nx^2\n]"],
  ])("%j → %j", (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});
