import { expect, test } from "vitest";
import { finishedSentences, spoken } from "./sentences.ts";

test("only whole sentences are given, and each once", () => {
  const first = finishedSentences("One is here. Two is", 0);
  expect(first).toEqual({ text: "One is here.", end: 12 });
  expect(finishedSentences("One is here. Two is", first.end)).toEqual({ text: "", end: 12 });
  expect(finishedSentences("One is here. Two is too! And", first.end)).toEqual({
    text: "Two is too!",
    end: 24,
  });
});

test("a number with a point, and an end that may go on, end nothing", () => {
  expect(finishedSentences("Pi is 3.14159", 0).text).toBe("");
  expect(finishedSentences("See example.", 0).text).toBe("");
});

test("the number of an item is no sentence", () => {
  expect(finishedSentences("So:\n\n1. Open", 0).text).toBe("So:");
  expect(finishedSentences("1. Open it.\n2. Save", 0).text).toBe("1. Open it.");
  expect(finishedSentences("It was 1986. Then", 0).text).toBe("It was 1986.");
});

test("Chinese sentences need no space", () => {
  expect(finishedSentences("你好。我是", 0).text).toBe("你好。");
  expect(finishedSentences("他说：“好。", 0).text).toBe("");
  expect(finishedSentences("他说：“好。”我", 0).text).toBe("他说：“好。”");
});

test("signs that say something are read out", () => {
  expect(spoken("In C# 5 > 3, about ~7, and #8 < 9.")).toBe("In C# 5 > 3, about ~7, and #8 < 9.");
});

test("signs of markdown are not read out", () => {
  expect(spoken("| a | b |\n|---|:-:|\n| c | d |\n\n---\n\n- e")).toBe("a b c d - e");
  expect(spoken("> ## A head\n>\n> - one<br>two ~~three~~")).toBe("A head - one two three");
  expect(spoken("[A (b)](https://a.b/c_(d)) is so[^1], \\*so\\*.")).toBe("A (b) is so, so .");
  expect(spoken("**Bold** and `code`, [a link](https://example.org)")).toBe("Bold and code , a link");
});

test("brackets that nothing closes take no longer the more there are", () => {
  expect(spoken("[^".repeat(20_000))).toHaveLength(40_000);
});
