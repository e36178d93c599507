import { describe, expect, it } from "vitest";
import type { Message, MessageId } from "#src/core/conversation/message.ts";
import { countFar } from "./far-messages.ts";

const message = (content: string): Message => ({
  id: "m" as MessageId,
  parentId: null,
  role: "user",
  content,
  createdAt: 0,
});

describe("countFar", () => {
  it("draws a conversation of ordinary length whole", () => {
    expect(countFar([])).toBe(0);
    expect(countFar([message("a"), message("b\nc")])).toBe(0);
  });

  it("draws a few screens of a long one, from its end", () => {
    const short = Array.from({ length: 1000 }, () => message("a line"));
    const far = countFar(short);
    expect(far).toBeGreaterThan(900);
    expect(far).toBeLessThan(980);
  });

  it("draws the last message however long it is", () => {
    const long = message("word ".repeat(20_000));
    expect(countFar([long, long])).toBe(1);
    expect(countFar([message("a"), message("b"), long])).toBe(2);
  });
});
