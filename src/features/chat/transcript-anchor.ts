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

/**
 * Marks the first part in `content` that stands in view below the line `y`; before others, one that is laid out: the
 * others may yet become higher or lower than they stand here.
 */
export function firstInView(content: Element, y: number): Anchor {
  const found = firstBelow(content, y, isLaidOut) ?? firstBelow(content, y, () => true);
  return found ? anchorAt(found, content) : [];
}

/** Whether what is in a part has been given its place, which the browser puts off while it is far from the screen. */
function isLaidOut({ firstElementChild }: Element): boolean {
  return firstElementChild?.checkVisibility({ contentVisibilityAuto: true }) ?? true;
}

/** Undefined where nothing in `parent` reaches below the line, `null` where what does may not be marked. */
function firstBelow(
  parent: Element,
  y: number,
  mayMark: (part: Element) => boolean,
  depth = 0,
): Element | null | undefined {
  let result: null | undefined;
  const parts = parent.children;
  for (let index = startOf(parts, y); index < parts.length; index += 1) {
    const part = parts[index];
    if (!part || part.getClientRects().length === 0) continue;
    const { top, bottom } = part.getBoundingClientRect();
    if (bottom <= y) continue;
    if (top >= y + innerHeight) break;
    const isDeepest = top >= y || depth === deepest;
    const found = mayMark(part) ? (isDeepest ? part : firstBelow(part, y, mayMark, depth + 1)) : null;
    if (found !== null) return found ?? part;
    result = null;
  }
  return result;
}

/** From where on parts are looked at one by one. */
function startOf(parts: HTMLCollection, y: number): number {
  let from = 0;
  let to = parts.length;
  while (to - from > few) {
    const middle = (from + to) >> 1;
    const rect = parts[middle]?.getBoundingClientRect();
    if (rect && rect.bottom > y) to = middle + 1;
    else from = middle;
  }
  return from;
}
