import type { Nodes } from "mdast";

const strong = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]|\p{L}/u;
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/**
 * `rtl` for a part whose first letter is of a right-to-left script. The browser's own `dir="auto"` does not look into parts
 * that have a direction themselves, as the paragraphs of a list or a quote do.
 */
export function directionOf(node: Nodes): "rtl" | undefined {
  return rightToLeft.test(firstLetter(node) ?? "") ? "rtl" : undefined;
}

/** Deeper parts decide nothing: hostile text can nest without end. */
const deepest = 8;

function firstLetter(node: Nodes, depth = 0): string | undefined {
  if (node.type === "text") return strong.exec(node.value)?.[0];
  if (!("children" in node) || depth > deepest) return undefined;
  for (const child of node.children) {
    const letter = firstLetter(child, depth + 1);
    if (letter !== undefined) return letter;
  }
  return undefined;
}
