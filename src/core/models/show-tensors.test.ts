import { expect, it } from "vitest";
import type { Tensor } from "./show.ts";
import { findTensors, tensorBytes, tensorElements } from "./show-tensors.ts";

const traces = import.meta.glob<{ response: { chunks: { text: string }[] } }>(
  "/e2e/fixtures/traces/{show-plain,show-tools,show-think,show-embed,tags}.json",
  { eager: true, import: "default" },
);
const recorded = (name: string): unknown =>
  JSON.parse(
    (traces[`/e2e/fixtures/traces/${name}.json`]?.response.chunks ?? []).map(({ text }) => text).join(""),
  );

it.each(["plain", "tools", "think", "embed"])(
  "the tensors of a recorded model hold its parameters, and its file a little more: %s",
  (name) => {
    const { tensors, model_info: info } = recorded(`show-${name}`) as {
      tensors: Tensor[];
      model_info: Record<string, unknown>;
    };
    const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
    expect(sum(tensors.map(tensorElements))).toBe(info["general.parameter_count"]);
    const { models } = recorded("tags") as { models: { name: string; size: number }[] };
    const size = models.find((model) => model.name === `scripted:${name}`)?.size ?? 0;
    const bytes = sum(tensors.map((tensor) => tensorBytes(tensor) ?? Number.NaN));
    expect(bytes).toBeLessThan(size);
    expect(size - bytes).toBeLessThan(60_000);
  },
);

it("bytes go by blocks, and an unknown type has none", () => {
  // Bits a weight as the k-quants' own description gives them: 4.5 for Q4_K, 6.5625 for Q6_K.
  const bits = (type: string) => ((tensorBytes({ name: "t", type, shape: [256, 10] }) ?? 0) * 8) / 2560;
  expect(["Q4_K", "Q6_K", "Q8_0", "F16", "MXFP4"].map(bits)).toEqual([4.5, 6.5625, 8.5, 16, 4.25]);
  expect(tensorBytes({ name: "t", type: "Q99", shape: [256] })).toBeUndefined();
});

it("tensors are found by words, and stand in the order that is asked for", () => {
  const tensors = [
    { name: "blk.10.attn_k.weight", type: "F16", shape: [2] },
    { name: "blk.2.attn_k.weight", type: "Q4_K", shape: [256] },
    { name: "output.weight", type: "?", shape: [999] },
  ];
  const names = (search: string, by: "name" | "type" | "size", isDescending = false) =>
    findTensors(tensors, search, { by, isDescending }).map(({ name }) => name.replace(".attn_k.weight", ""));
  expect(names("", "name")).toEqual(["blk.2", "blk.10", "output.weight"]);
  expect(names("", "name", true)).toEqual(["output.weight", "blk.10", "blk.2"]);
  expect(names("", "type")).toEqual(["output.weight", "blk.10", "blk.2"]);
  expect(names("", "size", true)).toEqual(["blk.2", "blk.10", "output.weight"]);
  expect(names("ATTN q4", "name")).toEqual(["blk.2"]);
});
