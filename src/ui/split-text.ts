/** Characters after which a piece ends with its line. */
const length = 2000;

/** Pieces of whole lines that make `text` again when joined. Text that is added changes only the last. */
export function splitText(text: string): readonly string[] {
  const pieces: string[] = [];
  let start = 0;
  while (text.length - start > length) {
    const end = text.indexOf("\n", start + length) + 1;
    if (end === 0 || end === text.length) break;
    pieces.push(text.slice(start, end));
    start = end;
  }
  pieces.push(text.slice(start));
  return pieces;
}
