import { expect, test } from "vitest";
import { type HealthCheck, pointsOf, seriesOf } from "./health.ts";

const wrote = (tokensPerSecond: number): HealthCheck => ({
  at: 1,
  status: "ok",
  loadMs: 1,
  firstMs: 2,
  totalMs: 3,
  tokensPerSecond,
});
const embedded = (totalMs: number): HealthCheck => ({ at: 1, status: "ok", loadMs: 1, totalMs });
const failed: HealthCheck = { at: 1, status: "failed", cause: "busy", words: "server busy" };

test("a model that writes is drawn by its speed", () => {
  expect(seriesOf([wrote(20), failed, wrote(40), wrote(30)])).toEqual({
    what: "speed",
    values: [20, undefined, 40, 30],
    failed: 1,
    range: { least: 20, most: 40 },
  });
});

test("an embedding model is drawn by its time", () => {
  expect(seriesOf([embedded(12), embedded(8)])).toMatchObject({ what: "time", values: [12, 8], failed: 0 });
});

test("a history without a success has no range", () => {
  expect(seriesOf([failed, failed])).toEqual({ what: "time", values: [undefined, undefined], failed: 2 });
  expect(seriesOf([]).values).toEqual([]);
});

test("points fill the picture, the greatest value at its top", () => {
  expect(pointsOf(seriesOf([wrote(20), failed, wrote(40), wrote(25)]), 90, 20)).toEqual([
    { x: 0, y: 20 },
    { x: 30 },
    { x: 60, y: 0 },
    { x: 90, y: 15 },
  ]);
});

test("one value, or values alike, lie in the middle", () => {
  expect(pointsOf(seriesOf([wrote(20)]), 90, 20)).toEqual([{ x: 45, y: 10 }]);
  expect(pointsOf(seriesOf([wrote(20), wrote(20)]), 90, 20).map(({ y }) => y)).toEqual([10, 10]);
});
