import { expect, test } from "vitest";
import { freedSpace } from "./freed-space.ts";
import type { Model } from "./model.ts";

function model(name: string, digest: string, size: number): Model {
  return { name, digest, size, modifiedAt: 0, family: "", parameterSize: "", quantization: "" };
}

const [a, b, other] = [
  model("a:latest", "1", 1000),
  model("b:latest", "1", 1000),
  model("c:latest", "2", 300),
];

test("a model that keeps another name frees nothing", () => {
  expect(freedSpace([a], [a, b, other])).toEqual({ atMost: 0, keptBy: ["b:latest"] });
});

test("all names of a model together free it once", () => {
  expect(freedSpace([a, b], [a, b, other])).toEqual({ atMost: 1000, keptBy: [] });
  expect(freedSpace([a, b, other], [a, b, other])).toEqual({ atMost: 1300, keptBy: [] });
});

test("models of a server that gives no digests are different models", () => {
  const [x, y] = [model("x:latest", "", 10), model("y:latest", "", 20)];
  expect(freedSpace([x], [x, y])).toEqual({ atMost: 10, keptBy: [] });
});
