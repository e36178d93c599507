import { type Found } from "./find-matches.ts";
import { rangeOf } from "./find-text.ts";

/** Marking more than this costs more than it shows; those nearest to the current one are marked. */
const most = 4000;

/** Marks matches on the page without touching it; where the browser cannot, nothing is marked. */
export function markMatches(matches: readonly Found[], current: number): void {
  if (!("highlights" in CSS)) return;
  const from = Math.max(0, Math.min(current - most / 2, matches.length - most));
  const all = new Highlight();
  const one = new Highlight();
  one.priority = 1;
  for (const [index, { segment, span }] of matches.slice(from, from + most).entries()) {
    const range = rangeOf(segment, span);
    if (range) (index + from === current ? one : all).add(range);
  }
  CSS.highlights.set("find", all);
  CSS.highlights.set("find-current", one);
}

export function clearMarks(): void {
  if (!("highlights" in CSS)) return;
  CSS.highlights.delete("find");
  CSS.highlights.delete("find-current");
}

/** Opens what a match is folded away in. */
export function unfold(node: Text): void {
  const part = node.parentElement?.closest<HTMLElement>("[data-part]");
  for (let at = node.parentElement; at && at.tagName !== "ARTICLE"; at = at.parentElement) {
    if (at instanceof HTMLDetailsElement) at.open = true;
    if (at.hidden) folder(at.parentElement)?.click();
  }
  if (part && part.clientHeight > 0 && part.scrollHeight > part.clientHeight + 1)
    folder(part.parentElement)?.click();
}

function folder(around: Element | null): HTMLElement | null | undefined {
  return around?.querySelector<HTMLElement>(":scope > button[aria-expanded=false]");
}

/** Scrolls what stands between a part of the transcript and the transcript sideways until the range can be seen. */
export function revealSideways(range: Range, within: Element): void {
  for (let at = range.startContainer.parentElement; at && at !== within; at = at.parentElement) {
    if (at.scrollWidth <= at.clientWidth + 1 || getComputedStyle(at).overflowX === "visible") continue;
    const [seen, wanted] = [at.getBoundingClientRect(), range.getBoundingClientRect()];
    if (wanted.left < seen.left) at.scrollLeft -= seen.left - wanted.left + 24;
    else if (wanted.right > seen.right) at.scrollLeft += wanted.right - seen.right + 24;
  }
}
