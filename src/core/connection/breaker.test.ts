import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { afterFailure, type Breaker, closedBreaker, mayAsk, waitOf } from "./breaker.ts";

function failed(times: number, at = 0): Breaker {
  let breaker = closedBreaker;
  for (let count = 0; count < times; count += 1) breaker = afterFailure(breaker, at);
  return breaker;
}

describe("breaker", () => {
  test("a server that failed less than three times is asked whenever there is a reason", () => {
    expect(mayAsk(closedBreaker, 0)).toBe(true);
    expect(mayAsk(failed(2, 500), 500)).toBe(true);
  });

  test.each([
    [3, 10_000],
    [4, 30_000],
    [5, 60_000],
    [6, 60_000],
    [400, 60_000],
  ])("after %i failures in a row it is left alone for %i ms", (failures, wait) => {
    const breaker = failed(failures, 1_000_000);
    expect(mayAsk(breaker, 1_000_000 + wait - 1)).toBe(false);
    expect(mayAsk(breaker, 1_000_000 + wait)).toBe(true);
  });

  test("waits never shrink with more failures, and none is longer than a minute", () => {
    fc.assert(
      fc.property(fc.nat(1000), (count) => {
        const [now, next] = [waitOf(failed(count)), waitOf(failed(count + 1))];
        expect(next).toBeGreaterThanOrEqual(now);
        expect(next).toBeLessThanOrEqual(60_000);
      }),
    );
  });
});
