import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { filterModels } from "./model-filter.ts";

const models = ["llama3.2:latest", "qwen3:8b", "qwen3:32b", "hf.co/Owner/Model-GGUF:Q4_K_M"].map((name) => ({
  name,
}));
const names = (filter: string) => filterModels(models, filter).map(({ name }) => name);

describe("filterModels", () => {
  test.each([
    ["", models.map(({ name }) => name)],
    [" , ", models.map(({ name }) => name)],
    ["qwen", ["qwen3:8b", "qwen3:32b"]],
    ["QWEN3:8B, llama", ["llama3.2:latest", "qwen3:8b"]],
    ["gguf", ["hf.co/Owner/Model-GGUF:Q4_K_M"]],
    ["qwen*8b", ["qwen3:8b"]],
    ["*:latest", ["llama3.2:latest"]],
    ["*b", ["qwen3:8b", "qwen3:32b"]],
    ["hf.co/*", ["hf.co/Owner/Model-GGUF:Q4_K_M"]],
    ["8b*", []],
    ["nothing", []],
  ])("%j", (filter, expected) => {
    expect(names(filter)).toEqual(expected);
  });

  test("a pattern means what the same regular expression means", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", ":"), maxLength: 8 });
    const pattern = fc.string({ unit: fc.constantFrom("a", "b", ":", "*"), minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(text, pattern, (name, glob) => {
        fc.pre(glob.includes("*"));
        const expected = new RegExp(`^${glob.replaceAll("*", ".*")}$`).test(name);
        expect(filterModels([{ name }], glob).length === 1).toBe(expected);
      }),
    );
  });
});
