import type { Tensor } from "./show.ts";

/** Elements and bytes of one block, by ggml's names of types (llama.cpp, gguf-py/gguf/constants.py, GGML_QUANT_SIZES). */
const blocks: Readonly<Record<string, readonly [elements: number, bytes: number]>> = {
  F64: [1, 8],
  F32: [1, 4],
  F16: [1, 2],
  BF16: [1, 2],
  I64: [1, 8],
  I32: [1, 4],
  I16: [1, 2],
  I8: [1, 1],
  Q4_0: [32, 18],
  Q4_1: [32, 20],
  Q5_0: [32, 22],
  Q5_1: [32, 24],
  Q8_0: [32, 34],
  Q2_K: [256, 84],
  Q3_K: [256, 110],
  Q4_K: [256, 144],
  Q5_K: [256, 176],
  Q6_K: [256, 210],
  Q8_K: [256, 292],
  IQ1_S: [256, 50],
  IQ1_M: [256, 56],
  IQ2_XXS: [256, 66],
  IQ2_XS: [256, 74],
  IQ2_S: [256, 82],
  IQ3_XXS: [256, 98],
  IQ3_S: [256, 110],
  IQ4_XS: [256, 136],
  IQ4_NL: [32, 18],
  TQ1_0: [256, 54],
  TQ2_0: [256, 66],
  MXFP4: [32, 17],
};

/** How many numbers a tensor holds. */
export function tensorElements({ shape }: Tensor): number {
  return shape.reduce((product, length) => product * length, 1);
}

/** Bytes of a tensor in its file, from its type and shape; undefined for a type that is not known. */
export function tensorBytes(tensor: Tensor): number | undefined {
  const block = blocks[tensor.type.toUpperCase()];
  return block && Math.ceil(tensorElements(tensor) / block[0]) * block[1];
}

export type TensorOrder = { readonly by: "name" | "type" | "size"; readonly isDescending: boolean };

/** The tensors whose name or type has every word of a search, in order: names with their numbers as numbers. */
export function findTensors(
  tensors: readonly Tensor[],
  search: string,
  { by, isDescending }: TensorOrder,
): readonly Tensor[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = tensors.filter(({ name, type }) => {
    const text = `${name} ${type}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const compare = (a: Tensor, b: Tensor): number => {
    if (by === "type" && a.type !== b.type) return a.type < b.type ? -1 : 1;
    if (by === "size") {
      const difference = sizeForOrder(a) - sizeForOrder(b);
      if (difference !== 0) return difference;
    }
    return collator.compare(a.name, b.name);
  };
  // Firefox has toSorted since 115.
  // oxlint-disable-next-line unicorn/no-array-sort
  return found.sort((a, b) => (isDescending ? compare(b, a) : compare(a, b)));
}

const collator = new Intl.Collator("en", { numeric: true });

/** Unknown sizes come last among the large. */
function sizeForOrder(tensor: Tensor): number {
  return tensorBytes(tensor) ?? -1;
}
