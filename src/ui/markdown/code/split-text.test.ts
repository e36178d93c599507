import { describe, expect, it } from "vitest";
import { splitText } from "./split-text.ts";

// With the flag, only halves without another match.
const loneHalf = /[\uD800-\uDFFF]/u;

describe("splitText", () => {
  it("cuts into parts of one size", () => {
    expect(splitText("abcdefgh", 3)).toEqual(["abc", "def", "gh"]);
    expect(splitText("abc", 3)).toEqual(["abc"]);
    expect(splitText("", 3)).toEqual([]);
  });

  it("keeps the halves of a character together", () => {
    expect(splitText("ab😀cd", 3)).toEqual(["ab", "😀c", "d"]);
    expect(splitText("😀😀😀", 3)).toEqual(["😀", "😀", "😀"]);
    expect(splitText("a😀b", 3)).toEqual(["a😀", "b"]);
  });

  it("leaves halves without another as they are, and always ends", () => {
    expect(splitText("ab\uD83Dcd", 3)).toEqual(["ab\uD83D", "cd"]);
    expect(splitText("ab\uDE00cd", 2)).toEqual(["ab", "\uDE00c", "d"]);
    expect(splitText("😀", 1).join("")).toBe("😀");
  });

  it("leaves no half alone at the size that lines are cut at", () => {
    const parts = splitText("x".repeat(3999) + "😀".repeat(9000), 4000);
    expect(parts.every((part) => !loneHalf.test(part) && part.length <= 4000)).toBe(true);
    expect(parts.join("")).toBe("x".repeat(3999) + "😀".repeat(9000));
  });
});
