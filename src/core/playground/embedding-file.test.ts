import { describe, expect, it, test } from "vitest";
import { csvOf } from "./csv.ts";
import type { Embedded } from "./embedding.ts";
import { embeddingFile } from "./embedding-file.ts";
import { npyOf } from "./npy.ts";

describe("npy", () => {
  it("is, byte for byte, what format 1.0 says", () => {
    const bytes = npyOf([
      [1, -2, 0.5],
      [0, 3, -0.25],
    ]);
    const dictionary = "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }";
    // 10 bytes of magic, version and length; with spaces and a line feed the whole head is a multiple of 64.
    const head = `${dictionary}${" ".repeat(128 - 10 - dictionary.length - 1)}\n`;
    const floats = "0000803f 000000c0 0000003f 00000000 00004040 000080be";
    const expected = Buffer.concat([
      Buffer.from("\x93NUMPY\x01\x00", "latin1"),
      Buffer.from([118, 0]),
      Buffer.from(head, "latin1"),
      Buffer.from(floats.replaceAll(" ", ""), "hex"),
    ]);
    expect(Buffer.from(bytes).equals(expected)).toBe(true);
  });

  it("keeps its data at a multiple of 64 bytes for any shape", () => {
    for (const count of [0, 1, 10, 1000, 12_345]) {
      const rows = Array.from({ length: count }, () => [1]);
      const bytes = npyOf(rows);
      const length = 10 + new DataView(bytes.buffer).getUint16(8, true);
      expect(length % 64).toBe(0);
      expect(bytes.length).toBe(length + 4 * count);
    }
  });
});

test("csv quotes what RFC 4180 wants quoted", () => {
  expect(
    csvOf([
      ["text", "d0"],
      ['say "hi", twice\nplease', 0.5],
      [" led by a blank", -1e-9],
      ["plain; not quoted", 2],
    ]),
  ).toBe('text,d0\r\n"say ""hi"", twice\nplease",0.5\r\n" led by a blank",-1e-9\r\nplain; not quoted,2\r\n');
});

test("files of embeddings", () => {
  const embedded: Embedded = {
    model: "library/nomic:v1.5",
    texts: ["a", "b,c"],
    vectors: [
      [1, 0],
      [0, 1],
    ],
    totalNs: 1,
    loadNs: 1,
    promptTokens: 2,
    requests: 1,
  };
  const json = embeddingFile(embedded, "json");
  expect(json.name).toBe("embeddings-library-nomic-v1.5.json");
  expect(JSON.parse(String(json.content))).toEqual({
    model: "library/nomic:v1.5",
    dimensions: 2,
    items: [
      { text: "a", embedding: [1, 0] },
      { text: "b,c", embedding: [0, 1] },
    ],
  });
  expect(embeddingFile(embedded, "csv").content).toBe('text,d0,d1\r\na,1,0\r\n"b,c",0,1\r\n');
  expect(embeddingFile(embedded, "npy").content).toEqual(npyOf(embedded.vectors));
});
