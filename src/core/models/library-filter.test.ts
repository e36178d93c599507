import { expect, test } from "vitest";
import { countsOf, createModelFilter, type LibraryFilter } from "./library-filter.ts";
import type { Model } from "./model.ts";

const models: readonly Model[] = [
  model("llama3.2:latest", "llama", "3.2B", ["completion", "tools"]),
  model("qwen3:8b", "qwen3", "8.2B", ["completion", "tools", "thinking"]),
  model("nomic-embed-text:latest", "nomic-bert", "137M", ["embedding"]),
  model("old:7b", "llama", "7B"),
];

function model(name: string, family: string, parameterSize: string, capabilities?: readonly string[]): Model {
  return {
    name,
    family,
    parameterSize,
    ...(capabilities && { capabilities }),
    quantization: "Q4_K_M",
    size: 1,
    digest: "",
    modifiedAt: 1,
  };
}

function found(filter: Partial<LibraryFilter>) {
  return [...createModelFilter(models)({ search: "", family: "", capabilities: [], ...filter })];
}

test("Nothing asked finds everything", () => {
  expect(found({})).toHaveLength(4);
});

test("Each word must stand somewhere, in any order and case", () => {
  expect(found({ search: "  8.2b QWEN " })).toEqual(["qwen3:8b"]);
  expect(found({ search: "qwen 137M" })).toEqual([]);
});

test("A model must have every capability; one whose capabilities are unknown has none", () => {
  expect(found({ capabilities: ["tools"] })).toEqual(["llama3.2:latest", "qwen3:8b"]);
  expect(found({ capabilities: ["tools", "thinking"] })).toEqual(["qwen3:8b"]);
});

test("Family and names narrow further", () => {
  expect(found({ family: "llama" })).toEqual(["llama3.2:latest", "old:7b"]);
  expect(found({ family: "llama", names: new Set(["old:7b", "qwen3:8b"]) })).toEqual(["old:7b"]);
});

test("Where a search finds the same it gives the same set", () => {
  const filter = createModelFilter(models);
  const asked = { family: "", capabilities: [] };
  const first = filter({ ...asked, search: "qwen" });
  expect(filter({ ...asked, search: "qwen3" })).toBe(first);
  expect([...filter({ ...asked, search: "llama" })]).toEqual(["llama3.2:latest", "old:7b"]);
});

test("Values are counted, the most frequent first", () => {
  expect(countsOf(models, ({ family }) => [family])).toEqual([
    ["llama", 2],
    ["nomic-bert", 1],
    ["qwen3", 1],
  ]);
});
