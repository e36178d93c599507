/** Lines of a long list, from the first on; `end` is the one after the last. */
export type LineRange = { readonly first: number; readonly end: number };

/** A line that is drawn, below so many pixels of lines that are not. */
export type DrawnLine = { readonly line: number; readonly before: number };

/** How high rows are on average, in pixels; a guess before any is measured. */
export function usualHeight(heights: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const height of heights.values()) sum += height;
  return heights.size > 0 ? sum / heights.size : 52;
}

/**
 * The height of each line, with the gap after it. Lines have so many rows side by side; a line is as high as its first row was
 * when it was measured, or else as rows are on average.
 */
export function lineHeights(
  names: readonly string[],
  lines: { readonly columns: number; readonly gap: number; readonly heights: ReadonlyMap<string, number> },
): readonly number[] {
  const { columns, gap, heights } = lines;
  const usual = usualHeight(heights);
  return Array.from({ length: Math.ceil(names.length / columns) }, (_, line) => {
    const height = heights.get(names[line * columns] ?? "") ?? usual;
    return (line + 1) * columns < names.length ? height + gap : height;
  });
}

/**
 * The lines that are at least in part between two edges, in pixels from the top of the list; none where the list is empty.
 * `heights` has the height of each line with the gap after it.
 */
export function linesBetween(heights: readonly number[], top: number, bottom: number): LineRange {
  let [first, at] = [0, 0];
  while (first < heights.length - 1 && at + (heights[first] ?? 0) <= top) {
    at += heights[first] ?? 0;
    first += 1;
  }
  let end = first;
  while (end < heights.length && (at < bottom || end === first)) {
    at += heights[end] ?? 0;
    end += 1;
  }
  return { first, end };
}

/** What is drawn: a range, and a line of its own that may be outside of it; and the room that the others take. */
export function drawnLines(
  heights: readonly number[],
  { first, end }: LineRange,
  own = -1,
): { readonly lines: readonly DrawnLine[]; readonly after: number } {
  const lines: DrawnLine[] = [];
  let room = 0;
  for (const [line, height] of heights.entries()) {
    if ((line >= first && line < end) || line === own) {
      lines.push({ line, before: room });
      room = 0;
    } else room += height;
  }
  return { lines, after: room };
}
