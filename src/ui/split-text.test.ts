import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitText } from "./split-text.ts";

const lines = fc.array(fc.string({ maxLength: 900 }), { maxLength: 40 }).map((parts) => parts.join("\n"));

describe("splitText", () => {
  it("loses nothing, and ends pieces with their lines", () => {
    fc.assert(
      fc.property(lines, (text) => {
        const pieces = splitText(text);
        expect(pieces.join("")).toBe(text);
        for (const piece of pieces.slice(0, -1)) expect(piece.endsWith("\n")).toBe(true);
      }),
    );
  });

  it("keeps all pieces but the last while a text grows", () => {
    fc.assert(
      fc.property(lines, fc.string(), (text, more) => {
        const before = splitText(text);
        const after = splitText(text + more);
        expect(after.slice(0, before.length - 1)).toEqual(before.slice(0, -1));
      }),
    );
  });
});
