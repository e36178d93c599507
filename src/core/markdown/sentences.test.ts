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

test("Chinese sentences need no space", () => {
  expect(finishedSentences("你好。我是", 0).text).toBe("你好。");
});

test("signs of markdown are not read out", () => {
  expect(spoken("**Bold** and `code`, [a link](https://example.org)")).toBe("Bold and code , a link");
});
