import { describe, expect, it, test } from "vitest";
import { dimensionsOf, type Embedded, joined, norms, plainText, textsOf } from "./embedding.ts";

describe("texts", () => {
  it.each([
    ["one\ntwo\r\nthree\rfour", ["one", "two", "three", "four"]],
    ["  a \n\n \n b\n", ["a", "b"]],
    ["", []],
    [" \n\t\n", []],
  ])("of the lines of %j", (typed, texts) => expect(textsOf(typed, "lines")).toEqual(texts));

  it("are one where the whole is meant, as it was typed", () => {
    expect(textsOf(" a\n\nb ", "whole")).toEqual([" a\n\nb "]);
    expect(textsOf(" \n ", "whole")).toEqual([]);
  });
});

describe("a file", () => {
  const decode = (bytes: Uint8Array) => new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  it.each<[string, number[], string | undefined]>([
    ["UTF-8", [0xc3, 0xa9, 0x0a], "é\n"],
    ["UTF-8 with a mark", [0xef, 0xbb, 0xbf, 0x61], "a"],
    ["Latin-1", [0x63, 0x61, 0x66, 0xe9], undefined],
    ["UTF-16", [0xff, 0xfe, 0x61, 0x00], undefined],
    ["UTF-16 without a mark", [0x61, 0x00, 0x62, 0x00], undefined],
    ["nothing", [], ""],
  ])("in %s", (_, bytes, text) => expect(plainText(Uint8Array.from(bytes), decode)).toBe(text));
});

test.each([
  ["", undefined],
  [" ", undefined],
  ["1", 1],
  [" 256 ", 256],
  ["0", null],
  ["-3", null],
  ["1.5", null],
  ["1e3", null],
  ["NaN", null],
  ["many", null],
  ["99999999", null],
])("dimensions %j", (typed, value) => expect(dimensionsOf(typed)).toBe(value));

test("norms", () => {
  expect(
    norms([
      [3, 4],
      [0, 0],
    ]),
  ).toEqual([5, 0]);
});

test("parts come together in their order", () => {
  const part = (text: string, value: number): Embedded => ({
    model: "m",
    texts: [text],
    vectors: [[value]],
    totalNs: 10,
    loadNs: 4,
    promptTokens: 2,
    requests: 1,
  });
  expect(joined(joined(undefined, part("a", 1)), part("b", 2))).toEqual({
    model: "m",
    texts: ["a", "b"],
    vectors: [[1], [2]],
    totalNs: 20,
    loadNs: 8,
    promptTokens: 4,
    requests: 2,
  });
});
