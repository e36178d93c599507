const space = /\s/;
const punctuation = /[\p{P}\p{S}]/u;
const unspaced =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Bopomofo}\u3000-\u303F\uFF00-\uFFEF]/u;

/** A letter of them, as part of a pattern. */
export const unspacedLetter = "[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}]";

/** A letter or sign of Chinese, Japanese or Korean, which set no spaces around marked words. */
export const isUnspaced = (character: string): boolean => unspaced.test(character);

/** The character that ends before `at`, and nothing at the beginning of the text. */
export function characterBefore(text: string, at: number): string {
  const last = text.charAt(at - 1);
  return /[\uDC00-\uDFFF]/.test(last) ? text.slice(Math.max(0, at - 2), at) : last;
}

/** The character that begins at `at`, and nothing at the end of the text. */
export function characterAt(text: string, at: number): string {
  const point = text.codePointAt(at);
  return point === undefined ? "" : String.fromCodePoint(point);
}

/**
 * Whether a run of marks between two characters can begin and end emphasis: CommonMark's rules, but beside a character of an
 * unspaced script punctuation hinders neither, as in `的**“词”**的`, which the rules for spaced scripts leave as written.
 * `isWord`: the mark also stands within names (`_`).
 */
export function flanking(
  before: string,
  after: string,
  isWord: boolean,
): { readonly canOpen: boolean; readonly canClose: boolean } {
  const isOpenBefore = before === "" || space.test(before);
  const isOpenAfter = after === "" || space.test(after);
  const isSignBefore = punctuation.test(before);
  const isSignAfter = punctuation.test(after);
  const isBeside = isUnspaced(before) || isUnspaced(after);
  const left = !isOpenAfter && (!isSignAfter || isOpenBefore || isSignBefore || isBeside);
  const right = !isOpenBefore && (!isSignBefore || isOpenAfter || isSignAfter || isBeside);
  return {
    canOpen: left && (!isWord || !right || isSignBefore),
    canClose: right && (!isWord || !left || isSignAfter),
  };
}
