import type { Folded } from "#src/core/reading/fold.ts";
import type { Span } from "#src/core/reading/find.ts";

/** A run of text on one block of the page, and the nodes that it stands in; none where it is not drawn. */
export type Segment = {
  readonly text: string;
  readonly pieces: readonly { readonly node: Text; readonly start: number; readonly from: number }[];
  folded?: Folded;
  found?: { readonly query: string; readonly spans: readonly Span[] };
};

/** Longer runs are cut at a line end, so that none takes long to search. */
const longest = 16_000;
const blocks = "p,li,pre,td,th,h3,h4,h5,h6,div,blockquote,figure,dt,dd";
/** Not shown, or shown a second time beside it. */
const unseen = "style,script,.katex-mathml,title,desc";

/** What is searched by itself, so that only what changed is read again: the parts of a long text, or all of a short one. */
export function unitsOf(root: Element): readonly Element[] {
  let at = root;
  for (let only = onlyChild(at); only; only = onlyChild(at)) at = only;
  return at.children.length > 1 && isAllElements(at) ? [...at.children] : [root];
}

function onlyChild(element: Element): Element | undefined {
  return element.childNodes.length === 1 ? (element.children[0] ?? undefined) : undefined;
}

function isAllElements({ childNodes, children }: Element): boolean {
  return childNodes.length === children.length;
}

/** The text of a unit as it is drawn. */
export function drawnSegments(unit: Element): Segment[] {
  const segments: Segment[] = [];
  let text = "";
  let pieces: Segment["pieces"][number][] = [];
  let block: Element | null = null;
  const finish = () => {
    if (text !== "") segments.push({ text, pieces });
    text = "";
    pieces = [];
  };
  const walker = document.createTreeWalker(unit, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) => {
    if (!(node instanceof Element)) return NodeFilter.FILTER_ACCEPT;
    return node.matches(unseen) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
  });
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!(node instanceof Text) || !parent) continue;
    const own = parent.closest(blocks);
    if (own !== block) finish();
    block = own;
    for (let from = 0; from < node.data.length;) {
      const end = cutAt(node.data, from);
      pieces.push({ node, start: text.length, from });
      text += node.data.slice(from, end);
      from = end;
      if (text.length >= longest) finish();
    }
  }
  finish();
  return segments;
}

/** Text that is not drawn. */
export function plainSegments(texts: readonly string[]): Segment[] {
  return texts.flatMap((text) => {
    const segments: Segment[] = [];
    for (let from = 0; from < text.length;) {
      const end = cutAt(text, from);
      segments.push({ text: text.slice(from, end), pieces: [] });
      from = end;
    }
    return segments;
  });
}

function cutAt(text: string, from: number): number {
  if (text.length - from <= longest) return text.length;
  const line = text.lastIndexOf("\n", from + longest) + 1;
  return line > from ? line : from + longest;
}

/** Where a span stands on the page. */
export function rangeOf({ pieces }: Segment, { start, end }: Span): StaticRange | undefined {
  const first = pieces.findLast((piece) => piece.start <= start);
  const last = pieces.findLast((piece) => piece.start < end);
  if (!first || !last) return undefined;
  const startOffset = start - first.start + first.from;
  const endOffset = end - last.start + last.from;
  if (startOffset > first.node.length || endOffset > last.node.length) return undefined;
  return new StaticRange({
    startContainer: first.node,
    startOffset,
    endContainer: last.node,
    endOffset,
  });
}
