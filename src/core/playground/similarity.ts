/** Two texts, by their places from 0, and the cosine of the angle between their vectors. */
export type Pair = { readonly a: number; readonly b: number; readonly value: number };

/** A square of cosines, row by row. `NaN` where a vector has no direction (all zeros). */
export type SimilarityMatrix = { readonly size: number; readonly values: Float32Array };

export type SimilarityWork = {
  /** Works until the clock says enough, at least one row; the part done, 1 when the matrix is whole. */
  readonly advance: (isEnough: () => boolean) => number;
  readonly matrix: SimilarityMatrix;
};

/** The cosines of all pairs, made row by row so that a page can draw in between. */
export function similarityWork(vectors: readonly (readonly number[])[]): SimilarityWork {
  const size = vectors.length;
  const width = vectors[0]?.length ?? 0;
  const units = unitRows(vectors, width);
  const values = new Float32Array(size * size);
  let row = 0;
  let done = 0;
  const fill = (a: number): void => {
    const from = a * width;
    values[a * size + a] = Number.isNaN(units[from]) ? Number.NaN : 1;
    for (let b = a + 1; b < size; b++) {
      let dot = 0;
      for (let at = 0, other = b * width; at < width; at++)
        dot += (units[from + at] ?? 0) * (units[other + at] ?? 0);
      const value = Math.min(1, Math.max(-1, dot));
      values[a * size + b] = value;
      values[b * size + a] = value;
    }
  };
  return {
    matrix: { size, values },
    advance(isEnough) {
      while (row < size) {
        fill(row);
        done += size - row++;
        if (isEnough()) break;
      }
      return row >= size ? 1 : done / ((size * (size + 1)) / 2);
    },
  };
}

/** Vectors of length one, end to end. */
function unitRows(vectors: readonly (readonly number[])[], width: number): Float64Array {
  const units = new Float64Array(vectors.length * width);
  for (const [index, vector] of vectors.entries()) {
    const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
    for (let at = 0; at < width; at++) units[index * width + at] = (vector[at] ?? 0) / length;
  }
  return units;
}

/** The cosine of two texts, by their places. */
export function cosineAt({ size, values }: SimilarityMatrix, a: number, b: number): number {
  return values[a * size + b] ?? Number.NaN;
}

/** The pairs that are most alike, best first; of equal ones the earlier texts first. */
export function nearestPairs(matrix: SimilarityMatrix, most: number): readonly Pair[] {
  const best = createBest(most);
  for (let a = 0; a < matrix.size; a++)
    for (let b = a + 1; b < matrix.size; b++) best.offer(a, b, cosineAt(matrix, a, b));
  return best.pairs;
}

/** What is nearest to one text (`a` of each pair), best first. */
export function nearestTo(matrix: SimilarityMatrix, text: number, most: number): readonly Pair[] {
  const best = createBest(most);
  for (let b = 0; b < matrix.size; b++) if (b !== text) best.offer(text, b, cosineAt(matrix, text, b));
  return best.pairs;
}

function createBest(most: number) {
  const pairs: Pair[] = [];
  return {
    pairs,
    offer(a: number, b: number, value: number): void {
      if (Number.isNaN(value)) return;
      const last = pairs[pairs.length - 1];
      if (pairs.length >= most && last && value <= last.value) return;
      let place = pairs.length;
      while (place > 0 && (pairs[place - 1]?.value ?? 0) < value) place--;
      pairs.splice(place, 0, { a, b, value });
      if (pairs.length > most) pairs.pop();
    },
  };
}

/** The lowest value, rounded down to a tenth: where a scale of colours begins that ends at 1. */
export function scaleStart({ values }: SimilarityMatrix): number {
  let least = 1;
  for (const value of values) if (value < least) least = value;
  return Math.max(-1, Math.min(0.9, Math.floor(least * 10 + 1e-4) / 10));
}
