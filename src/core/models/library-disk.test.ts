import { expect, test } from "vitest";
import { bytesOf, diskShares } from "./library-disk.ts";
import type { Model } from "./model.ts";

function model(name: string, size: number, digest = name): Model {
  return { name, size, digest, modifiedAt: 1, family: "", parameterSize: "", quantization: "" };
}

test("Two names of one model take its size once", () => {
  const shares = diskShares([model("a:latest", 10, "same"), model("b:1b", 30), model("a:copy", 10, "same")]);
  expect(shares).toEqual([
    { names: ["b:1b"], bytes: 30 },
    { names: ["a:latest", "a:copy"], bytes: 10 },
  ]);
  expect(bytesOf(shares)).toBe(40);
});

test("A model in the cloud takes nothing here", () => {
  expect(diskShares([model("far:120b-cloud", 384)])).toEqual([]);
});
