import { expect, test } from "vitest";
import { choose, chooseAll, noChoice } from "./choice.ts";

const order = ["a", "b", "c", "d", "e"];

test("One is chosen, and given up again", () => {
  const one = choose(noChoice, "b", order, false);
  expect([...one.names]).toEqual(["b"]);
  expect([...choose(one, "b", order, false).names]).toEqual([]);
});

test("A range reaches from the last one, upwards too, and gives up as well as it chooses", () => {
  const from = choose(noChoice, "d", order, false);
  const range = choose(from, "b", order, true);
  expect([...range.names].toSorted()).toEqual(["b", "c", "d"]);
  expect([...choose(range, "c", order, true).names]).toEqual(["d"]);
});

test("A range from one that is no longer on screen is one model", () => {
  const from = choose(noChoice, "gone", order, false);
  expect([...choose(from, "b", order, true).names]).toEqual(["gone", "b"]);
});

test("All on screen are chosen, and given up where all were", () => {
  const some = choose(noChoice, "c", order, false);
  const all = chooseAll(some, order);
  expect([...all.names].toSorted()).toEqual(order);
  expect([...chooseAll(all, ["a", "b"]).names].toSorted()).toEqual(["c", "d", "e"]);
});
