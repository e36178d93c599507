import { expect, test } from "vitest";
import { parameterCount, sortModels, type SortKey } from "./library-order.ts";
import type { Model } from "./model.ts";

function model(name: string, rest: Partial<Model> = {}): Model {
  return {
    name,
    size: 1,
    digest: name,
    modifiedAt: 1,
    family: "llama",
    parameterSize: "",
    quantization: "",
    ...rest,
  };
}

function order(
  models: readonly Model[],
  key: SortKey,
  isDescending = false,
  pinned: readonly string[] = [],
  used: Readonly<Record<string, number>> = {},
) {
  const facts = { pinned: new Set(pinned), usedAt: (name: string) => used[name], locale: "en" };
  return sortModels(models, { key, isDescending }, facts).map(({ name }) => name);
}

// What HumanNumber of Ollama's format/format.go writes for these counts.
test.each([
  ["270M", 270_000_000],
  ["3.2B", 3_200_000_000],
  ["8B", 8_000_000_000],
  ["1.04T", 1_040_000_000_000],
  ["22.7K", 22_700],
  ["8x7B", 56_000_000_000],
  ["999", 999],
])("%s is read as a number", (text, count) => {
  expect(parameterCount(text)).toBeCloseTo(count, 0);
});

test.each(["", "unknown", "B", "3.2 billion"])("“%s” says no number", (text) => {
  expect(parameterCount(text)).toBeUndefined();
});

test("Parameters go by their number, not by their letters, and unknown ones come last both ways", () => {
  const models = [
    model("a", { parameterSize: "3.2B" }),
    model("b", { parameterSize: "270M" }),
    model("c"),
    model("d", { parameterSize: "70B" }),
  ];
  expect(order(models, "parameters")).toEqual(["b", "a", "d", "c"]);
  expect(order(models, "parameters", true)).toEqual(["d", "a", "b", "c"]);
});

test("Names go by the numbers in them", () => {
  expect(order([model("qwen3:14b"), model("qwen3:8b"), model("Gemma3:4b")], "name")).toEqual([
    "Gemma3:4b",
    "qwen3:8b",
    "qwen3:14b",
  ]);
});

test("Pinned models come first in any order", () => {
  const models = [model("a", { size: 3 }), model("b", { size: 1 }), model("c", { size: 2 })];
  expect(order(models, "size", true, ["b"])).toEqual(["b", "a", "c"]);
});

test("A model in the cloud has no size to be sorted by", () => {
  const models = [model("far:cloud", { size: 384 }), model("near", { size: 9 }), model("big", { size: 10 })];
  expect(order(models, "size")).toEqual(["near", "big", "far:cloud"]);
});

test("Models that were never used come after those that were; ties go by name", () => {
  const models = [model("z"), model("never"), model("a"), model("late")];
  expect(order(models, "used", true, [], { z: 5, a: 5, late: 9 })).toEqual(["late", "a", "z", "never"]);
});
