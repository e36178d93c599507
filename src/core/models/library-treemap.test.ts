import { expect, test } from "vitest";
import { type Place, treemap } from "./library-treemap.ts";

// The example of the paper: 6, 6, 4, 3, 2, 2, 1 in a rectangle of 6 by 4.
const example = [6, 6, 4, 3, 2, 2, 1];

function area({ width, height }: Place): number {
  return width * height;
}

function overlap(a: Place, b: Place): number {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, across) * Math.max(0, down);
}

test("The paper's example comes out as in the paper", () => {
  const places = treemap(example, 6, 4);
  // Its first column holds the two sixes, 3 wide and 2 high each; on its right lie 4 and 3 in a row of height 7/3.
  expect(places[0]).toMatchObject({ x: 0, y: 0, width: 3, height: 2 });
  expect(places[1]).toMatchObject({ x: 0, y: 2, width: 3, height: 2 });
  expect(places[2]?.height).toBeCloseTo(7 / 3);
  expect(places[2]?.width).toBeCloseTo(12 / 7);
  expect(places[3]?.width).toBeCloseTo(9 / 7);
});

test.each([
  ["of the paper", example, 6, 4],
  ["one", [5], 300, 80],
  ["of very different sizes", [1e12, 4e9, 2e9, 1e6, 3], 900, 160],
  ["of many alike", Array.from({ length: 40 }, () => 7), 360, 160],
])("Values %s fill the picture by their shares without overlaps", (_, values, width, height) => {
  const places = treemap(values, width, height);
  const total = values.reduce((sum, value) => sum + value, 0);
  expect(places).toHaveLength(values.length);
  places.forEach((place, index) => {
    expect(area(place) / (width * height)).toBeCloseTo((values[index] ?? 0) / total, 9);
    expect(place.x + place.width).toBeLessThanOrEqual(width + 1e-6);
    expect(place.y + place.height).toBeLessThanOrEqual(height + 1e-6);
    for (const other of places.slice(index + 1)) expect(overlap(place, other)).toBeLessThan(1e-6);
  });
});

test("Nothing to show is no picture", () => {
  expect(treemap([], 100, 100)).toEqual([]);
  expect(treemap([1, 2], 0, 100)).toEqual([]);
});
