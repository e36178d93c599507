import type { Nodes } from "mdast";
import { expect, it } from "vitest";
import { createMarkdownReader } from "./markdown-reader.ts";

const linksIn = (node: Nodes): number =>
  Number(node.type === "linkReference") +
  ("children" in node ? node.children.reduce((sum: number, child) => sum + linksIn(child), 0) : 0);

it.each(['"The (other) title"', "'The \"title\"'", "(The title)"])(
  "a link stays one while its definition gets the title %s",
  (title) => {
    const text = `See [docs].\n\n[x]: /x\n[docs]: https://a.example/path ${title}\n\nAnd [docs].`;
    const read = createMarkdownReader();
    const links: number[] = [];
    for (let end = text.indexOf("https://") + 1; end <= text.length; end += 1) {
      const [first] = read(text.slice(0, end), end < text.length).parts[0]?.blocks[0]?.nodes ?? [];
      links.push(first ? linksIn(first) : 0);
    }
    expect(new Set(links)).toEqual(new Set([1]));
  },
);

it("what only begins like a title is shown where the text ends with it", () => {
  const read = createMarkdownReader();
  read("[docs]\n\n[docs]: /a ", true);
  const { parts } = read('[docs]\n\n[docs]: /a "not ended', false);
  expect(JSON.stringify(parts)).toContain("not ended");
  expect(JSON.stringify(parts)).not.toContain("linkReference");
});
