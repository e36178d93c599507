/** A style sheet as it is read: escapes undone, so that `u\72l(` is what it means. */
const unescaped = (css: string): string =>
  css.replaceAll(/\\(?:([\da-f]{1,6})\s?|([\s\S]))/gi, (_all, code: string | undefined, plain = "") => {
    const point = code === undefined ? 0 : Number.parseInt(code, 16);
    return code === undefined ? plain : point > 0x10ffff ? "\uFFFD" : String.fromCodePoint(point);
  });

const loading = /@import|(?:image|image-set|src)\s*\(|url\s*\((?!\s*["']?#)/i;

/** Whether styles would load something that is not in the same file. */
export const stylesLoad = (css: string): boolean => loading.test(unescaped(css));

/** Styles without what they would load; none at all where that cannot be told apart. */
export function closedStyles(css: string): string {
  const closed = css
    .replaceAll(/@import[^;]*;?/gi, "")
    .replaceAll(/url\(\s*(?:"(?!#)[^"]*"|'(?!#)[^']*'|[^"'#\s][^)]*)\s*\)/gi, "none");
  return stylesLoad(closed) ? "" : closed;
}

const addresses = new Set(
  "href src srcset data action formaction poster background ping base lowsrc dynsrc manifest cite longdesc".split(
    " ",
  ),
);
const words = /^(?:aria-|data-|id$|class$|title$|alt$|xmlns)/;

/** Whether an attribute could run, lead or load: an event, an address of elsewhere, a style that names one. */
export function attributeLeadsOut(name: string, value: string): boolean {
  const lower = name.toLowerCase();
  if (lower.startsWith("on")) return true;
  if (addresses.has(lower.slice(lower.indexOf(":") + 1))) return !value.trim().startsWith("#");
  return !words.test(lower) && stylesLoad(value);
}

const loaders = new Set(
  "script image feimage img picture iframe frame object embed audio video source track link base meta portal form input button set animate animatemotion animatetransform".split(
    " ",
  ),
);

/** Whether an element has no purpose but to run or load something, or to make others do so later. */
export const elementLeadsOut = (name: string): boolean => loaders.has(name.toLowerCase());
