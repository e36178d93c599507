import { describe, expect, it } from "vitest";
import type { Nodes } from "mdast";
import { parseMarkdown } from "./parse.ts";

/** Strong words as `<b>`, emphasis as `<i>`, struck ones as `<s>`. */
function sketch(node: Nodes): string {
  if (node.type === "text") return node.value;
  const inside = "children" in node ? node.children.map(sketch).join("") : "";
  const name = { strong: "b", emphasis: "i", delete: "s" }[node.type as string];
  return name ? `<${name}>${inside}</${name}>` : inside;
}
const read = (text: string): string =>
  parseMarkdown(text)
    .placed.map(({ node }) => sketch(node))
    .join("");

describe("marks beside Chinese, Japanese and Korean", () => {
  it.each([
    ["这是**“重要”**的内容", "这是<b>“重要”</b>的内容"],
    ["**注意：**请看", "<b>注意：</b>请看"],
    ["日本語の**「強調」**です。**テスト。**次", "日本語の<b>「強調」</b>です。<b>テスト。</b>次"],
    ["有**20%**的人", "有<b>20%</b>的人"],
    ["한국어는*(예)*입니다", "한국어는<i>(예)</i>입니다"],
    ["请看~~删除。~~后面", "请看<s>删除。</s>后面"],
    ["\u{20BB7}**（家）**\u{20BB7}", "\u{20BB7}<b>（家）</b>\u{20BB7}"],
    ["和__下划线__吧", "和__下划线__吧"],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

it("leaves marks in spaced scripts to CommonMark", () => {
  expect(read("I **said:**now")).toBe("I **said:**now");
  expect(read('a**"b"**c')).toBe('a**"b"**c');
});
