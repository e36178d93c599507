import { type Folded, foldText } from "./fold.ts";

/** A place in a text, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A place in one of several texts. */
export interface TextMatch extends Span {
  /** Index of the text. */
  readonly text: number;
}

/** More than this in one conversation helps nobody. */
const mostMatches = 10_000;

/**
 * Where a text holds the query, from its start, without overlaps: whatever the case and the accents, any white space
 * for any other. A match holds whole characters with their accents. Nothing is found for a query of white space.
 */
export function findSpans({ text, places }: Folded, query: string, most = mostMatches): readonly Span[] {
  const wanted = foldText(query).text;
  const spans: Span[] = [];
  if (wanted.trim() === "") return spans;
  for (let at = text.indexOf(wanted); at >= 0 && spans.length < most;) {
    const end = at + wanted.length;
    const isWhole = !places || (places[at] !== places[at - 1] && places[end] !== places[end - 1]);
    if (isWhole) spans.push({ start: places?.[at] ?? at, end: places?.[end] ?? end });
    at = text.indexOf(wanted, isWhole ? end : at + 1);
  }
  return spans;
}

/** All matches in several texts, in order. */
export function findMatches(texts: readonly string[], query: string): readonly TextMatch[] {
  return texts.flatMap((text, index) =>
    findSpans(foldText(text), query).map((span) => ({ text: index, ...span })),
  );
}
