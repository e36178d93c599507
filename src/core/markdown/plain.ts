import type { Nodes } from "mdast";

const separators: Partial<Record<Nodes["type"], string>> = {
  root: "\n",
  blockquote: "\n",
  list: "\n",
  listItem: "\n",
  footnoteDefinition: "\n",
  table: "\n",
  tableRow: "\t",
};

function plainNode(node: Nodes): string {
  switch (node.type) {
    case "text":
    case "inlineCode":
    case "code":
    case "html":
    case "math":
    case "inlineMath":
      return node.value;
    case "image":
    case "imageReference":
      return node.alt ?? "";
    case "break":
      return "\n";
    // Beside an amount the mark of a note would make another one.
    case "footnoteReference":
      return "";
    default:
      return "children" in node ? node.children.map(plainNode).join(separators[node.type] ?? "") : "";
  }
}

/**
 * The words of a tree without markup: blocks on lines of their own, table cells parted by tabs, an image by its
 * alternative text, a formula by its TeX, no list markers, no addresses, no marks of notes. `separator` stands between
 * the nodes given.
 */
export function plainText(nodes: readonly Nodes[], separator = "\n"): string {
  return nodes
    .map(plainNode)
    .filter((text) => text !== "")
    .join(separator);
}
