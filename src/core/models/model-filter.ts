/**
 * The models that a server's filter lets through: names or parts of names between commas, where `*` stands for any text and letter
 * case does not count. A part with `*` must match the whole name; an empty filter lets all through.
 */
export function filterModels<Named extends { readonly name: string }>(
  models: readonly Named[],
  filter: string,
): readonly Named[] {
  const parts = filter
    .toLowerCase()
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);
  if (parts.length === 0) return models;
  return models.filter(({ name }) => parts.some((part) => matches(name.toLowerCase(), part)));
}

/** Without a regular expression, which some filters would make slow. */
function matches(name: string, pattern: string): boolean {
  const pieces = pattern.split("*");
  if (pieces.length === 1) return name.includes(pattern);
  const [first = "", ...rest] = pieces;
  const last = rest.pop() ?? "";
  if (!name.startsWith(first)) return false;
  let at = first.length;
  for (const piece of rest) {
    const found = name.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return name.length - at >= last.length && name.endsWith(last);
}
