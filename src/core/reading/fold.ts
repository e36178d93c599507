/** A text as it is compared, and where each of its units comes from. */
export interface Folded {
  readonly text: string;
  /** Where each unit of `text` stands in what was folded, and at the end its length; absent where both are the same. */
  readonly places: Uint32Array | undefined;
}

const space = /\s/;
// Below these no letter has an accent or changes its length; a soft hyphen is not seen.
// oxlint-disable-next-line no-control-regex
const isPlain = /^[\u0000-\u00ac\u00ae-\u00bf]*$/;
// Of no width: soft hyphens, marks of direction, the look of an emoji.
const unseen = /[\u00ad\u200b\u200e\u200f\u2060\ufeff]|\ufe0e|\ufe0f/;
// Ligatures, and the wide letters of Chinese and Japanese.
const composed = /[\ufb00-\ufb06\uff01-\uff5e]/;
/** What nobody types as a model writes it. */
const typed: Readonly<Record<string, string>> = {
  "‘": "'",
  "’": "'",
  "“": '"',
  "”": '"',
  "\u2010": "-",
  "\u2011": "-",
  ß: "ss",
  ẞ: "ss",
  ς: "σ",
};
/** Signs that are put on a letter: of Latin, Greek, Cyrillic, Hebrew and Arabic, first and last of each range. */
const accents: readonly (readonly [number, number])[] = [
  [0x300, 0x36f],
  [0x591, 0x5bd],
  [0x5bf, 0x5bf],
  [0x5c1, 0x5c2],
  [0x64b, 0x65f],
  [0x670, 0x670],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x20d0, 0x20ff],
  [0xfe20, 0xfe2f],
];

function isAccent(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return accents.some(([first, last]) => code >= first && code <= last);
}

function withoutAccents(text: string): string {
  return [...text].filter((character) => !isAccent(character)).join("");
}

/** One character as it is compared: without case, without accents; of some scripts the parts are letters and stay. */
function foldCharacter(character: string): string {
  if (unseen.test(character)) return "";
  if (space.test(character)) return " ";
  if (composed.test(character)) return character.normalize("NFKC").toLowerCase();
  // й is a letter of its own, not an и with something on it.
  if (character === "й" || character === "Й") return "й";
  const parts = character.normalize("NFD");
  const base = withoutAccents(parts);
  const kept = base.length < parts.length ? base.normalize("NFC") : character;
  const plain = withoutAccents(kept.toLowerCase());
  return typed[plain] ?? plain;
}

const known = new Map<string, string>();

function folded(character: string): string {
  const found = known.get(character);
  if (found !== undefined) return found;
  const made = foldCharacter(character);
  if (known.size < 5000) known.set(character, made);
  return made;
}

/** A text as it is compared when case and accents do not count; white space of any kind is a space. */
export function foldText(text: string): Folded {
  if (isPlain.test(text)) return { text: text.toLowerCase().replaceAll(/\s/g, " "), places: undefined };
  const pieces: string[] = [];
  const places: number[] = [];
  let at = 0;
  for (const character of text) {
    const piece = folded(character);
    pieces.push(piece);
    for (let unit = 0; unit < piece.length; unit += 1) places.push(at);
    at += character.length;
  }
  places.push(text.length);
  return { text: pieces.join(""), places: Uint32Array.from(places) };
}
