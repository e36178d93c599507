import { describe, expect, it } from "vitest";
import type { MessageId } from "#src/core/conversation/message.ts";
import recorded from "../../../e2e/fixtures/traces/chat-debug-render.json" with { type: "json" };
import { calibration, estimateTokens } from "./estimate.ts";
import { unseenEstimate, unseenFromRender } from "./unseen.ts";

type Role = "user" | "assistant" | "system";
const message = (id: string, role: Role, content: string) => ({ id: id as MessageId, role, content });

describe("what the model does not see", () => {
  it("is what the recorded server dropped: of 41 messages 8 are left", () => {
    const sent = recorded.request.body.messages.map(({ content, role }, index) =>
      message(String(index), role as Role, content),
    );
    const { _debug_info: info } = JSON.parse(recorded.response.chunks[0]?.text ?? "");
    const unseen = unseenFromRender(info.rendered_template, sent);
    expect(unseen).toEqual(Array.from({ length: 33 }, (_, index) => String(index)));
  });

  const long = "the quick brown fox jumps over the lazy dog";
  it("matches equal texts to the newest", () => {
    const sent = [message("1", "user", long), message("2", "assistant", "fine"), message("3", "user", long)];
    expect(unseenFromRender(`<user>${long}<end>`, sent)).toEqual(["1", "2"]);
  });

  it("does not find a short text in a word of the template's", () => {
    const sent = [message("1", "user", "hi"), message("2", "user", long)];
    expect(unseenFromRender(`<system>This is something.<user>${long}`, sent)).toEqual(["1"]);
    expect(unseenFromRender(`<system>This.<user>hi<user>${long}`, sent)).toEqual([]);
  });

  it("does not mind white space, system messages and empty replies", () => {
    const sent = [
      message("0", "system", "Not in it"),
      message("1", "user", "one  \n\n two three four  \n"),
      message("2", "user", long),
      message("3", "assistant", ""),
    ];
    expect(unseenFromRender(`[INST] one\ntwo three four\n\n${long} [/INST]`, sent)).toEqual([]);
  });

  it("cannot be told where not even the last message is found", () => {
    expect(
      unseenFromRender("something else", [message("1", "user", long), message("2", "user", "x".repeat(50))]),
    ).toEqual([]);
  });

  it("is estimated as the server drops: the oldest, never the system's and the last", () => {
    const sent = [
      message("s", "system", ""),
      message("1", "user", ""),
      message("2", "assistant", ""),
      message("3", "user", ""),
    ];
    expect(unseenEstimate(sent, [10, 10, 10, 10], 40)).toEqual([]);
    expect(unseenEstimate(sent, [10, 10, 10, 10], 30)).toEqual(["1"]);
    expect(unseenEstimate(sent, [10, 10, 10, 10], 5)).toEqual(["1", "2"]);
  });
});

describe("tokens", () => {
  it.each([
    ["", 0],
    ["word", 1],
    ["eight ch", 2],
    ["日本語", 3],
    ["привет", 3],
    ["👍", 1],
  ])("of %j", (text, tokens) => expect(estimateTokens(text)).toBe(tokens));

  it("are corrected by what was counted", () => {
    expect(calibration([])).toBe(1);
    expect(
      calibration([
        { estimated: 100, actual: 120 },
        { estimated: 0, actual: 5 },
      ]),
    ).toBeCloseTo(1.2);
    expect(calibration([{ estimated: 1, actual: 100 }])).toBe(2);
    expect(estimateTokens("word".repeat(10), 1.2)).toBe(12);
  });
});
