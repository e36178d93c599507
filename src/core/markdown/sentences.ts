const end = /[.!?…]["'”’)\]]*(?=\s)|[。！？]|\n{2,}/gu;

/**
 * The whole sentences of a growing text from an index on, and where they end; markdown's own signs are left out.
 * `finishedSentences("One. Tw", 0)` → `{ text: "One.", end: 4 }`.
 */
export function finishedSentences(
  text: string,
  from: number,
): { readonly text: string; readonly end: number } {
  let last = from;
  for (const match of text.slice(from).matchAll(end)) last = from + match.index + match[0].length;
  return { text: spoken(text.slice(from, last)), end: last };
}

/** A text as it is read out. */
export function spoken(text: string): string {
  return text
    .replace(/```[^\n]*/g, " ")
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[*_`#>|~]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}
