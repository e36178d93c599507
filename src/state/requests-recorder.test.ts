import { beforeEach, expect, it } from "vitest";
import type { ExchangeObserver, SentRequest } from "#src/ollama/tap-observer.ts";
import { createRecorder, keptChunks, keptExchanges, type Recorder } from "./requests-recorder.ts";

let time: number;
let recorder: Recorder;

beforeEach(() => {
  time = 1000;
  recorder = createRecorder({ clock: () => time, now: () => 50_000 + time, onChange: () => {} });
});

const bytes = (text: string) => new TextEncoder().encode(text);

function send(more: Partial<SentRequest> = {}, replayOf?: number): ExchangeObserver {
  const url = "http://box:11434/v1/chat/completions";
  const rest = { method: "POST", headers: [], body: "{}", isBlind: false, signal: undefined };
  return recorder.observe({ server: "http://box:11434", url, ...rest, ...more }, replayOf);
}

const last = () => recorder.exchanges().at(-1);
const sse = [["content-type", "text/event-stream"]] as const;

it("keeps times, bytes and pieces as they came", () => {
  const exchange = send();
  expect(last()).toMatchObject({ id: 1, state: "waiting", sentAt: 51_000, kind: "chat" });
  time += 40;
  exchange.answered(200, "OK", sse);
  time += 5;
  exchange.received(bytes("data: {}\n\n"));
  expect(last()).toMatchObject({ state: "receiving", status: 200, headersAt: 40, firstAt: 45, lastAt: 45 });
  time += 100;
  exchange.received(bytes("data: [DONE]\n\n"));
  time += 1;
  exchange.ended();
  expect(last()).toMatchObject({
    state: "done",
    firstAt: 45,
    lastAt: 145,
    endedAt: 146,
    chunks: [
      { at: 45, bytes: 10 },
      { at: 145, bytes: 14 },
    ],
    chunkCount: 2,
    received: { body: { text: "data: {}\n\ndata: [DONE]\n\n", bytes: 24 } },
  });
});

it("tells apart how an exchange can end", () => {
  const ends = (...steps: ("head" | "text" | "last" | "ended" | "stopped" | "failed")[]) => {
    const exchange = send();
    for (const step of steps) {
      if (step === "head") exchange.answered(200, "", sse);
      else if (step === "text") exchange.received(bytes("data: {}\n\n"));
      else if (step === "last") exchange.received(bytes("data: [DONE]\n\n"));
      else exchange[step]();
    }
    const { state, cutHow } = last() ?? {};
    return [state, cutHow].filter(Boolean).join(" ");
  };
  expect(ends("failed")).toBe("failed");
  expect(ends("stopped")).toBe("stopped");
  expect(ends("head", "text", "last", "ended")).toBe("done");
  expect(ends("head", "text", "last", "stopped")).toBe("done");
  expect(ends("head", "text", "stopped")).toBe("stopped");
  expect(ends("head", "text", "ended")).toBe("cut ended");
  expect(ends("head", "text", "failed")).toBe("cut broken");
});

it("keeps no secret of a request or of an answer that repeats it", () => {
  const exchange = send({
    url: "http://box:11434/api/tags?token=sesame-1",
    headers: [
      ["authorization", "Bearer hunter2-42"],
      ["x-team", "blue-team"],
    ],
    body: '{"api_key":"abcdef"}',
  });
  exchange.answered(401, "", [["x-echo", "hunter2-42"]]);
  exchange.received(bytes('{"error":"hunter2-42 is no key of blue-team"}'));
  exchange.ended();
  const text = JSON.stringify(recorder.exchanges());
  for (const secret of ["hunter2", "blue", "sesame", "abcdef"]) expect(text).not.toContain(secret);
  expect(last()).toMatchObject({
    path: "/api/tags?token=***",
    isPathMasked: true,
    sent: {
      headers: [
        ["authorization", "Bearer ***"],
        ["x-team", "***"],
      ],
      body: { isMasked: true },
    },
    received: { headers: [["x-echo", "***"]], body: { text: '{"error":"*** is no key of ***"}' } },
  });
});

it("knows the chat of a server whose address ends in /v1", () => {
  const server = "https://gateway.example/api/v1";
  send({ server, url: `${server}/chat/completions` }).failed();
  expect(last()).toMatchObject({ server, path: "/chat/completions", kind: "chat" });
});

it("keeps the last two hundred", () => {
  for (let index = 0; index < keptExchanges + 5; index++) send().failed();
  expect(recorder.exchanges()).toHaveLength(keptExchanges);
  expect(recorder.exchanges()[0]?.id).toBe(6);
  recorder.clear();
  expect(recorder.exchanges()).toEqual([]);
  send(undefined, 7);
  expect(last()).toMatchObject({ id: keptExchanges + 6, replayOf: 7 });
});

it("gives the same object for what did not change", () => {
  send().failed();
  const running = send();
  const [first, second] = recorder.exchanges();
  running.answered(200, "", []);
  expect(recorder.exchanges()[0]).toBe(first);
  expect(recorder.exchanges()[1]).not.toBe(second);
});

it("lets go of the oldest bodies where they become too many, and counts on", () => {
  for (let index = 0; index < 40; index++) {
    const exchange = send();
    exchange.answered(200, "", []);
    exchange.received(bytes("x".repeat(1_200_000)));
    exchange.ended();
  }
  const all = recorder.exchanges();
  const kept = all.reduce((sum, { received }) => sum + received.body.text.length, 0);
  expect(kept).toBeLessThanOrEqual(32_000_000);
  expect(kept).toBeGreaterThan(30_000_000);
  expect(all[0]?.received.body).toMatchObject({ text: "", isGone: true, bytes: 1_200_000 });
  expect(all.at(-1)?.received.body).toMatchObject({ isGone: false, isCut: true, bytes: 1_200_000 });
});

it("lists no more pieces than it can keep, and counts them all", () => {
  const exchange = send();
  exchange.answered(200, "", []);
  for (let index = 0; index < keptChunks + 3; index++) exchange.received(bytes("y"));
  exchange.ended();
  expect(last()?.chunks).toHaveLength(keptChunks);
  expect(last()).toMatchObject({ chunkCount: keptChunks + 3, received: { body: { bytes: keptChunks + 3 } } });
});

it("keeps nothing of a file but its size", () => {
  send({ body: new Blob(["a GGUF file"]) });
  expect(last()?.sent.body).toMatchObject({ text: "", bytes: 11, isFile: true });
});
