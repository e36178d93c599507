import { expect, test } from "vitest";
import { joinContinuation } from "./continuation.ts";

const kept = "The quick brown fox jumps over the lazy dog and";

test.each([
  ["goes on", " runs home.", true, `${kept} runs home.`],
  ["begins anew and passes the kept text", `${kept} sleeps.`, true, `${kept} sleeps.`],
  ["may yet be a repetition", "The quick", false, kept],
  ["was short and only looked like one", "The", true, `${kept}The`],
  [
    "begins anew, then differs",
    "The quick brown fox jumps high.",
    true,
    `${kept}\n\nThe quick brown fox jumps high.`,
  ],
  ["brought nothing", "", true, kept],
])("a continuation that %s", (_, fresh, isComplete, expected) => {
  expect(joinContinuation(kept, fresh, isComplete)).toBe(expected);
});

test("shown text never shrinks while a repetition comes in", () => {
  const fresh = `${kept} sleeps.`;
  let shown = 0;
  for (let end = 0; end <= fresh.length; end += 1) {
    const length = joinContinuation(kept, fresh.slice(0, end), false).length;
    expect(length).toBeGreaterThanOrEqual(shown);
    shown = length;
  }
});
