// Not the number of an item; what closes a quotation belongs to its sentence.
const end = /(?<!^[\s>]*\d{1,9})[.!?…]["'”’)\]]*(?=\s)|[。！？][」』”’）》]*(?=[^」』”’）》])|\n{2,}/gmu;

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
  return (
    text
      .replace(/```[^\n]*|^[\s|:=-]{3,}$/gm, " ")
      .replace(/!?\[([^\]]{0,500})\]\((?:[^()]|\([^()]*\))*\)|\[\^[^\]\s]{1,99}\]:?/g, "$1")
      // What marks up a line says something within it: C#, 5 > 3.
      .replace(/\\?[*_`|]+|~~|<br\s*\/?>|^[\s>]*#{1,6}\s|^[\s>]+/gm, " ")
      .replace(/\s+/g, " ")
      .trim()
  );
}
