import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ggufFile } from "../../../e2e/support/gguf-file.ts";
import { readGgufHead } from "./gguf.ts";

const decode = (utf8: Uint8Array) => new TextDecoder().decode(utf8);
const read = (bytes: Uint8Array) => readGgufHead(bytes, decode);
const faultOf = (bytes: Uint8Array | string) => {
  const result = read(typeof bytes === "string" ? Buffer.from(bytes) : bytes);
  return result.ok ? undefined : result.fault;
};

const llama = {
  "general.architecture": "llama",
  "general.name": "Llama 3.2 3B Instruct",
  "general.size_label": "3B",
  "llama.context_length": 131_072,
  "tokenizer.ggml.tokens": ["<s>", "é", "</s>"],
  "general.file_type": 15,
};

describe("a head", () => {
  test("its facts, also those behind the tokenizer's lists", () => {
    expect(read(ggufFile(llama))).toEqual({
      ok: true,
      head: {
        version: 3,
        tensors: 1,
        kind: "model",
        architecture: "llama",
        name: "Llama 3.2 3B Instruct",
        sizeLabel: "3B",
        contextLength: 131_072,
        fileType: "Q4_K_M",
      },
    });
  });

  test("parts are counted from 1", () => {
    const result = read(ggufFile({ ...llama, "split.no": 1, "split.count": 3 }));
    expect(result.ok && result.head.part).toEqual({ number: 2, count: 3 });
  });

  test("a file that was never split has no part", () => {
    const result = read(ggufFile({ ...llama, "split.no": 0, "split.count": 1 }));
    expect(result.ok && result.head.part).toBeUndefined();
  });

  test.each([
    [{ "general.architecture": "clip" }, "projector"],
    [{ "general.architecture": "clip", "general.type": "mmproj" }, "projector"],
    [{ "general.architecture": "llama", "general.type": "adapter" }, "adapter"],
    [{ "general.architecture": "llama", "general.type": "model" }, "model"],
  ])("%j is a %s", (values, kind) => {
    const result = read(ggufFile(values));
    expect(result.ok && result.head.kind).toBe(kind);
  });

  test("where the bytes end among the keys, what was read counts", () => {
    const whole = ggufFile(llama);
    const result = read(whole.subarray(0, whole.indexOf("tokenizer.ggml.tokens")));
    expect(result).toMatchObject({ ok: true, head: { architecture: "llama", contextLength: 131_072 } });
    expect(result.ok && result.head.fileType).toBeUndefined();
  });

  test("bytes of a larger buffer are read at their own place", () => {
    const file = ggufFile(llama);
    const larger = Buffer.concat([Buffer.alloc(5), file]);
    expect(read(larger.subarray(5))).toEqual(read(file));
  });

  test("a list that claims more than there is ends the reading", () => {
    const file = ggufFile({ "general.architecture": "llama", "tokenizer.ggml.tokens": ["a"] });
    // The count of the list stands 8 bytes of count, 8 of length and 1 of text before the weights.
    file.writeBigUInt64LE(2n ** 63n, file.length - 64 - 17);
    expect(read(file)).toMatchObject({ ok: true, head: { architecture: "llama" } });
  });
});

describe("no GGUF file", () => {
  test.each([
    ["", "empty"],
    ["this is not a model 1795229167172335911", "text"],
    ["Ünïcode läßt sich nicht täuschen", "text"],
    ["<!DOCTYPE html><html><body>Sign in</body></html>", "page"],
    ["\n<html><head></head></html>", "page"],
    ["version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n", "pointer"],
    ["PK\u0003\u0004 and so on", "archive"],
    [Uint8Array.of(0x1f, 0x8b, 8, 0), "archive"],
    [Uint8Array.of(0, 1, 2, 3, 4), "other"],
    ["GGUF", "cut"],
    [ggufFile({}).subarray(0, 20), "cut"],
    [ggufFile({}, 64, 1), "old"],
    // Version 3 with its bytes the other way round.
    [ggufFile({}, 64, 0x03000000), "big-endian"],
  ])("%j: %s", (bytes, fault) => {
    expect(faultOf(bytes)).toBe(fault);
  });
});

test("any bytes after the magic are read without a throw", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      const file = Buffer.concat([
        ggufFile({}).subarray(0, 16),
        Buffer.from([200, 0, 0, 0, 0, 0, 0, 0]),
        bytes,
      ]);
      expect(read(file).ok).toBe(true);
    }),
  );
});
