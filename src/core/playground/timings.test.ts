import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { decodeGenerateLines } from "./generate-line.ts";
import { perSecond, timeLine } from "./timings.ts";

/** Lines that a real server sent. */
function recorded(name: string): readonly string[] {
  const trace = JSON.parse(readFileSync(`e2e/fixtures/traces/${name}.json`, "utf8")) as {
    response: { chunks: { text: string }[] };
  };
  const body = trace.response.chunks.map(({ text }) => text).join("");
  return body.split("\n").filter((line) => line !== "");
}

describe("lines of /api/generate", () => {
  it("fold into text and the server's figures, in milliseconds", () => {
    expect(decodeGenerateLines(recorded("generate-stream"))).toEqual({
      text: "Hello! I am a scripted model. How can I help you today?",
      thinking: "",
      pieces: 14,
      end: {
        reason: "stop",
        timings: {
          totalMs: 16.992967,
          loadMs: 1.276742,
          promptTokens: 24,
          promptMs: 3.047,
          tokens: 15,
          generationMs: 9.523,
        },
      },
    });
  });

  it("pass over the empty lines around thinking", () => {
    const { thinking, text, pieces, end } = decodeGenerateLines(recorded("generate-think"));
    expect(thinking).toBe("The user greets me. I should answer briefly.\n");
    expect(text).toBe("Hello, after some thought.");
    expect(pieces).toBeLessThan(recorded("generate-think").length - 3);
    expect(end?.reason).toBe("stop");
  });

  it("keep what stood before an error line", () => {
    const { text, end, fault } = decodeGenerateLines(recorded("generate-runner-dies"));
    expect(text).toMatch(/^1 2 3 .* 22$/);
    expect(end).toBeUndefined();
    expect(fault).toEqual({
      kind: "in-stream",
      message: "an error was encountered while running the model: unexpected EOF",
    });
  });

  it("take a load's one line, and nothing that is no line of theirs", () => {
    expect(decodeGenerateLines(recorded("generate-load")).end?.reason).toBe("load");
    expect(decodeGenerateLines(['{"response":"a","done":false}', "<html>"])).toEqual({
      text: "a",
      thinking: "",
      pieces: 1,
      fault: { kind: "malformed", sample: "<html>" },
    });
    expect(decodeGenerateLines(["{}"]).fault?.kind).toBe("malformed");
  });
});

describe("the time line", () => {
  const timings = {
    totalMs: 1000,
    loadMs: 500,
    promptTokens: 10,
    promptMs: 100,
    tokens: 30,
    generationMs: 300,
  };

  it("lays the server's parts one after the other, and what is left of its total", () => {
    const { spanMs, server, page } = timeLine({ firstMs: 620, endMs: 1250 }, timings);
    expect(spanMs).toBe(1250);
    expect(server).toEqual([
      { name: "load", from: 0, share: 0.4, ms: 500 },
      { name: "prompt", from: 0.4, share: 0.08, ms: 100 },
      { name: "generation", from: 0.48, share: 0.24, ms: 300 },
      { name: "rest", from: 0.72, share: 0.08, ms: 100 },
    ]);
    expect(page).toEqual([
      { name: "first", from: 0, share: 0.496, ms: 620 },
      { name: "stream", from: 0.496, share: 0.504, ms: 630 },
    ]);
  });

  it("has the page's line alone where the server measured nothing", () => {
    expect(timeLine({ endMs: 10 })).toEqual({
      spanMs: 10,
      server: [],
      page: [{ name: "first", from: 0, share: 1, ms: 10 }],
    });
  });

  it("knows a speed only where there is one", () => {
    expect(perSecond(30, 300)).toBe(100);
    expect(perSecond(0, 300)).toBeUndefined();
    expect(perSecond(3, 0)).toBeUndefined();
  });
});
