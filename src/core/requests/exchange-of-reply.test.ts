import { expect, it } from "vitest";
import { type Exchange, noBody } from "./exchange.ts";
import { exchangeOfReply } from "./exchange-of-reply.ts";

const server = "http://box:11434";

function chat(id: number, sentAt: number, question: string, more: Partial<Exchange> = {}): Exchange {
  const text = JSON.stringify({ messages: [{ role: "user", content: question }] });
  return {
    id,
    server,
    path: "/v1/chat/completions",
    method: "POST",
    kind: "chat",
    isBlind: false,
    sentAt,
    state: "failed",
    sent: { headers: [], body: { ...noBody, text, bytes: text.length } },
    received: { headers: [], body: noBody },
    chunks: [],
    chunkCount: 0,
    isPathMasked: false,
    ...more,
  };
}

const question = 'Why "so"?\nSay.';
const exchanges = [
  chat(1, 90, question),
  chat(2, 101, "Another conversation"),
  chat(3, 102, question, { server: "http://other:11434" }),
  chat(4, 103, question, { kind: "models" }),
  chat(5, 104, question),
  chat(6, 200, question),
];
const find = (createdAt: number, since: number) =>
  exchangeOfReply(exchanges, { createdAt, server }, question, since)?.id;

it("is the first chat with the reply's server and question after it was begun", () => {
  expect(find(100, 50)).toBe(5);
  expect(find(104, 50)).toBe(5);
  expect(find(105, 50)).toBe(6);
  expect(find(201, 50)).toBe(undefined);
});

it("is none of a later try, where the reply was begun before recording was", () => {
  expect(find(100, 101)).toBe(undefined);
});
