import type { Nodes, TableCell } from "mdast";

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

/** Nodes from which a part is large. */
const many = 200;

const counts = new WeakMap<Nodes, number>();

/** How many nodes a part is of, itself among them; `many` or more of a large one. Of what grows only what is new is counted. */
function countNodes(node: Nodes): number {
  if (!("children" in node)) return 1;
  let count = counts.get(node);
  if (count !== undefined) return count;
  count = 1;
  for (const child of node.children) {
    if (count >= many) break;
    count += countNodes(child);
  }
  counts.set(node, count);
  return count;
}

/**
 * The direction of a part as the browser finds it. For each child that comes the browser looks through all that are there,
 * so that a large part, which hostile text can make, is told its direction.
 */
export const autoDirection = (node: Nodes): "auto" | "rtl" | "ltr" =>
  countNodes(node) < many ? "auto" : (directionOf(node) ?? "ltr");

/** The same for a part whose words may stand in parts of their own, into which the browser does not look. */
export const outerDirection = (node: Nodes): "auto" | "rtl" | "ltr" =>
  directionOf(node) ?? autoDirection(node);

/** The same for a cell; a row may have too few of them. */
export const cellDirection = (cell: TableCell | undefined): "auto" | "rtl" | "ltr" =>
  cell ? autoDirection(cell) : "auto";
