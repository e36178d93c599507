import { expect, test } from "vitest";
import { cosineAt, nearestPairs, nearestTo, scaleStart, similarityWork } from "./similarity.ts";

function matrixOf(vectors: readonly (readonly number[])[]) {
  const work = similarityWork(vectors);
  while (work.advance(() => true) < 1);
  return work.matrix;
}

// Angles of 0, 60, 90 and 180 degrees to the first; lengths do not count.
const half = Math.sqrt(3) / 2;
const vectors = [
  [2, 0],
  [0.5, half],
  [0, 7],
  [-3, 0],
  [0, 0],
];

test("cosines of known angles", () => {
  const matrix = matrixOf(vectors);
  const row = (a: number) => vectors.map((_, b) => Number(cosineAt(matrix, a, b).toFixed(6)));
  expect(row(0)).toEqual([1, 0.5, 0, -1, NaN]);
  expect(row(1)).toEqual([0.5, 1, Number(half.toFixed(6)), -0.5, NaN]);
  expect(row(3)).toEqual([-1, -0.5, -0, 1, NaN].map((value) => value + 0));
  expect(row(4)).toEqual([NaN, NaN, NaN, NaN, NaN]);
});

test("no rounding leads past 1", () => {
  const vector = Array.from({ length: 999 }, (_, index) => Math.sin(index) / 3);
  expect(cosineAt(matrixOf([vector, vector]), 0, 1)).toBeLessThanOrEqual(1);
  expect(cosineAt(matrixOf([vector, vector]), 0, 1)).toBeCloseTo(1, 6);
});

test("it works in parts, and says how far it is", () => {
  const work = similarityWork(vectors.slice(0, 3));
  expect(work.advance(() => true)).toBeCloseTo(3 / 6);
  expect(work.advance(() => true)).toBeCloseTo(5 / 6);
  expect(work.advance(() => true)).toBe(1);
  expect(similarityWork([]).advance(() => false)).toBe(1);
});

test("the nearest pairs, best first, without those that have no direction", () => {
  const matrix = matrixOf(vectors);
  const places = (pairs: ReturnType<typeof nearestPairs>) => pairs.map(({ a, b }) => [a, b]);
  expect(places(nearestPairs(matrix, 3))).toEqual([
    [1, 2],
    [0, 1],
    [0, 2],
  ]);
  expect(nearestPairs(matrix, 99)).toHaveLength(6);
  expect(places(nearestTo(matrix, 3, 2))).toEqual([
    [3, 2],
    [3, 1],
  ]);
  expect(nearestTo(matrix, 4, 9)).toEqual([]);
});

test("of equal pairs the earlier come first", () => {
  const same = matrixOf([[1], [1], [1], [1]]);
  expect(nearestPairs(same, 4).map(({ a, b }) => `${a}${b}`)).toEqual(["01", "02", "03", "12"]);
});

test.each([
  [
    [
      [1, 0],
      [0.5, half],
    ],
    0.5,
  ],
  [
    [
      [1, 0],
      [-1, 0],
    ],
    -1,
  ],
  [
    [
      [1, 0],
      [1, 0],
    ],
    0.9,
  ],
])("the scale of %j", (two, start) => expect(scaleStart(matrixOf(two))).toBeCloseTo(start));
