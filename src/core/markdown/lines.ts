const lineEnds = /\r\n?|\n/g;

/** Offsets at which the lines of a text start: `"a\r\nb"` → `[0, 3]`. A line end at the end of the text starts no line. */
export function lineStarts(source: string): readonly number[] {
  const starts = [0];
  if (source.includes("\r")) {
    for (const found of source.matchAll(lineEnds)) starts.push(found.index + found[0].length);
  } else {
    for (let at = source.indexOf("\n"); at >= 0; at = source.indexOf("\n", at + 1)) starts.push(at + 1);
  }
  if (starts.at(-1) === source.length) starts.pop();
  return starts;
}
