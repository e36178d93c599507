/** A part of the page, and the parts around it in case it is drawn anew; each with how far below the first it stood. */
export type Anchor = readonly {
  readonly element: Element;
  readonly below: number;
  readonly edge: "top" | "bottom";
}[];

/** Among so many parts the first that is in view is looked for one by one, among more by halves. */
const few = 24;
const deepest = 12;

/** Where the marked part stands on the screen now; `null` where nothing of it is left. */
export function offsetOf(anchor: Anchor): number | null {
  for (const { element, below, edge } of anchor) {
    if (element.isConnected && element.getClientRects().length > 0) {
      return element.getBoundingClientRect()[edge] - below;
    }
  }
  return null;
}

/** Marks an element, and what it stands in up to `within`. */
export function anchorAt(element: Element, within: Element): Anchor {
  const first = element.getBoundingClientRect().top;
  const chain: Anchor[number][] = [];
  let outermost = element;
  for (let at: Element | null = element; at && at !== within; at = at.parentElement) {
    chain.push({ element: at, below: at.getBoundingClientRect().top - first, edge: "top" });
    outermost = at;
  }
  const before = outermost.previousElementSibling;
  if (before)
    chain.push({ element: before, below: before.getBoundingClientRect().bottom - first, edge: "bottom" });
  return chain;
}

/** Marks the first part in `content` that stands in view below the line `y`. */
export function firstInView(content: Element, y: number): Anchor {
  let found: Element = content;
  for (let depth = 0; depth < deepest; depth += 1) {
    const next = firstBelow(found.children, y);
    if (!next) break;
    found = next;
    if (found.getBoundingClientRect().top >= y) break;
  }
  return found === content ? [] : anchorAt(found, content);
}

function firstBelow(parts: HTMLCollection, y: number): Element | undefined {
  let from = 0;
  let to = parts.length;
  while (to - from > few) {
    const middle = (from + to) >> 1;
    const rect = parts[middle]?.getBoundingClientRect();
    if (rect && rect.bottom > y) to = middle + 1;
    else from = middle;
  }
  for (let index = from; index < to; index += 1) {
    const part = parts[index];
    if (part && part.getClientRects().length > 0 && part.getBoundingClientRect().bottom > y) return part;
  }
  return undefined;
}
