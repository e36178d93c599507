/** Longest title, in UTF-16 code units, the ellipsis among them. */
const longest = 60;
/** More of a line is never looked at. */
const looked = 400;

/**
 * A title from the first question: its first line with words, without Markdown's signs, cut at a word with `…`.
 * At most 60 UTF-16 code units; never cuts what is seen as one character. Empty for an empty text.
 */
export function titleFrom(text: string): string {
  let plain = "";
  for (const match of text.matchAll(/\S[^\n\r]*/g)) {
    const line = match[0].slice(0, looked);
    const words = withoutMarkdown(line);
    if (words) return shortened(words);
    plain ||= line.trim();
  }
  return shortened(plain);
}

function withoutMarkdown(line: string): string {
  if (/^(```|~~~)/.test(line) || /^([-*_=][ \t]*){3,}$/.test(line)) return "";
  return line
    .replace(/^((>|#{1,6}|[-*+]|\d{1,9}[.)])\s+)+/, "")
    .replace(/!?\[([^\][]*)\]\([^()]*\)/g, "$1")
    .replace(/(^|[^\p{L}\p{N}*_~])([*_~]{1,3})(?=\S)([^*_~]*[^*_~\s])\2(?![\p{L}\p{N}*_~])/gu, "$1$3")
    .replace(/`+/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

function shortened(text: string): string {
  if (text.length <= longest) return text;
  let end = 0;
  let wordEnd = 0;
  for (const part of characters(text)) {
    if (part === " ") wordEnd = end;
    if (end + part.length > longest - 1) break;
    end += part.length;
  }
  // A language without spaces, or one long word, is cut between characters.
  const cut = wordEnd >= longest / 2 ? wordEnd : end;
  return `${text.slice(0, cut).trimEnd()}…`;
}

/** What is seen as one character each; Firefox before 125 has no Segmenter, there marks and joiners decide. */
function characters(text: string): Iterable<string> {
  if (typeof Intl.Segmenter === "function") {
    return Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
  }
  return text.match(/\P{M}[\p{M}\p{EMod}\uFE0F]*(?:\u200D\P{M}[\p{M}\p{EMod}\uFE0F]*)*/gu) ?? [];
}
