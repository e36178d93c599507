import { describe, expect, test } from "vitest";
import { isServersFault } from "./servers-fault.ts";

describe("isServersFault", () => {
  test.each([
    [{ kind: "unreachable", url: "http://a/" }, true],
    [{ kind: "timeout", afterMs: 1 }, true],
    [{ kind: "cut", how: "broken" }, true],
    [
      {
        kind: "http",
        status: 503,
        message: "server busy, please try again.  maximum pending requests exceeded",
      },
      true,
    ],
    [{ kind: "http", status: 429, message: "" }, true],
    [{ kind: "http", status: 500, message: "llama-server process has terminated: signal: killed" }, true],
    [{ kind: "http", status: 404, message: "model 'llama3.2:latest' not found" }, true],
    [{ kind: "http", status: 404, message: "404 page not found" }, true],
    [
      {
        kind: "http",
        status: 400,
        message:
          "Invalid model name passed in model=qwen. Call `/v1/models` to view available models for your key.",
      },
      true,
    ],
    [{ kind: "http", status: 400, message: "This model's maximum context length is 4096 tokens." }, false],
    [{ kind: "http", status: 400, message: "top_p: must be at most 1" }, false],
    [{ kind: "http", status: 402, message: "Insufficient credits" }, true],
    [{ kind: "http", status: 403, message: "" }, true],
    [{ kind: "http", status: 400, message: '"llama3.2" does not support thinking' }, false],
    [{ kind: "http", status: 401, message: "unauthorized" }, true],
    [{ kind: "app", message: "TypeError" }, false],
    [{ kind: "in-stream", message: "an error" }, true],
    [{ kind: "in-stream", message: '"llama3.2" does not support tools' }, false],
    [{ kind: "lost-reason" }, true],
    [{ kind: "malformed", sample: "<html>" }, true],
  ] as const)("%j: %s", (error, expected) => {
    expect(isServersFault(error)).toBe(expected);
  });
});
