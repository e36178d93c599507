import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { growChunks, linesInChunk, noChunks, splitLines } from "./chunks.ts";

const codes = fc
  .array(
    fc.constantFrom("a", "\n", "\t", "\r\n", "漢字", "let x = 1;\n", "\n".repeat(39), "b\n".repeat(41)),
    {
      maxLength: 30,
    },
  )
  .map((parts) => parts.join(""));

describe("growChunks", () => {
  it("cuts any code into its own text, in full chunks but the last", () => {
    fc.assert(
      fc.property(codes, (code) => {
        const { chunks } = growChunks(noChunks, code);
        expect(chunks.map((chunk) => chunk.text).join("")).toBe(code);
        expect(chunks.map((chunk) => chunk.index)).toEqual([...chunks.keys()]);
        for (const chunk of chunks.slice(0, -1))
          expect(chunk.text.split("\n")).toHaveLength(linesInChunk + 1);
        for (const chunk of chunks) expect(splitLines(chunk.text)).toHaveLength(chunk.lines);
      }),
    );
  });

  it("comes from any earlier code to the same chunks, and keeps those that were full", () => {
    fc.assert(
      fc.property(codes, codes, (one, more) => {
        const before = growChunks(noChunks, one);
        const after = growChunks(before, one + more);
        expect(after).toEqual(growChunks(noChunks, one + more));
        for (const [index, chunk] of before.chunks.slice(0, -1).entries())
          expect(after.chunks[index]).toBe(chunk);
        expect(growChunks(after, more)).toEqual(growChunks(noChunks, more));
      }),
    );
  });

  it("keeps its chunks for the same code", () => {
    const chunks = growChunks(noChunks, "a\nb");
    expect(growChunks(chunks, "a\nb")).toBe(chunks);
  });

  it.each([
    ["abc", 3],
    ["a\n\tbc\nd", 6],
    ["abc\tc", 5],
    ["漢字", 4],
    ["", 0],
  ])("measures %j", (code, columns) => {
    expect(growChunks(noChunks, code).chunks[0]?.columns).toBe(columns);
  });
});
