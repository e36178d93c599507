import { expect, it } from "vitest";
import { findInfo, infoRows } from "./model-info.ts";
import { nameInAddress } from "./show.ts";

it("metadata is in rows: the general first, the words last, arrays with how many they hold", () => {
  const rows = infoRows({
    "tokenizer.ggml.tokens": Array.from({ length: 9 }, (_, index) => `t${index}`),
    "llama.rope.scaling": [1, 2.5],
    "general.name": "A name",
    "tokenizer.ggml.merges": null,
    "general.size": 7,
    "llama.tied": true,
    odd: { a: 1 },
  });
  expect(rows).toEqual([
    { key: "general.name", group: "general", text: "A name", isHidden: false },
    { key: "general.size", group: "general", text: "7", isHidden: false },
    { key: "odd", group: "", text: '{"a":1}', isHidden: false },
    { key: "llama.rope.scaling", group: "llama", text: "1, 2.5", count: 2, isHidden: false },
    { key: "llama.tied", group: "llama", text: "true", isHidden: false },
    { key: "tokenizer.ggml.merges", group: "tokenizer", text: "", isHidden: true },
    {
      key: "tokenizer.ggml.tokens",
      group: "tokenizer",
      text: "t0, t1, t2, t3, t4, t5, t6, t7, …",
      count: 9,
      isHidden: false,
    },
  ]);
  expect(findInfo(rows, "NAME a").map(({ key }) => key)).toEqual(["general.name"]);
  expect(findInfo(rows, " ")).toHaveLength(7);
  expect(findInfo(rows, "nothing")).toEqual([]);
});

it("a name comes out of an address as it went in, and a broken one as it is", () => {
  for (const name of ["llama3.2:latest", "hf.co/bartowski/Some_Model-GGUF:Q4_K_M"])
    expect(nameInAddress(encodeURIComponent(name))).toBe(name);
  expect(nameInAddress("50%")).toBe("50%");
});
