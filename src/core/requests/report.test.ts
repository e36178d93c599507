import { expect, it } from "vitest";
import { type Exchange, noBody } from "./exchange.ts";
import { requestsReport } from "./report.ts";
import { reportText } from "./report-text.ts";

const exchange: Exchange = {
  id: 3,
  replayOf: 2,
  server: "http://box:11434",
  path: "/v1/chat/completions",
  method: "POST",
  kind: "chat",
  isBlind: false,
  sentAt: Date.UTC(2026, 10, 20, 10),
  headersAt: 12.345,
  firstAt: 20,
  lastAt: 120,
  endedAt: 121,
  state: "cut",
  cutHow: "ended",
  status: 200,
  statusText: "OK",
  sent: {
    headers: [["authorization", "Bearer ***"]],
    body: { ...noBody, text: '{"prompt":"```sky```"}', bytes: 22 },
  },
  received: {
    headers: [["content-type", "text/event-stream"]],
    body: { ...noBody, text: "data: {}", bytes: 8 },
  },
  chunks: [
    { at: 20, bytes: 4 },
    { at: 120, bytes: 4 },
  ],
  chunkCount: 2,
  isPathMasked: false,
};

const surroundings = {
  build: "abc123",
  page: "https://chat.example/?token=x1y2",
  browser: "Firefox",
  language: "en",
  isOnline: true,
  servers: [
    {
      address: "http://box:11434",
      state: "connected",
      version: "0.30.0",
      finding: { kind: "connected", version: "0.30.0" },
    },
  ],
} as const;

const wishes = { note: " It stops. ", withBodies: true, madeAt: Date.UTC(2026, 10, 20, 11) };

it("says how things stood, and what was asked and came", () => {
  const report = requestsReport([exchange], surroundings, wishes);
  expect(report).toMatchObject({
    format: "candor.requests",
    version: 1,
    madeAt: "2026-11-20T11:00:00.000Z",
    note: "It stops.",
    build: "abc123",
    page: "https://chat.example/?token=***",
    servers: [{ version: "0.30.0" }],
    exchanges: [
      {
        id: 3,
        replayOf: 2,
        sentAt: "2026-11-20T10:00:00.000Z",
        result: "the answer ended without its last word",
        request: { address: "http://box:11434/v1/chat/completions", body: { bytes: 22 } },
        response: { body: { bytes: 8, text: "data: {}" } },
        timings: { headers: 12.3, firstChunk: 20, lastChunk: 120, end: 121, longestGap: 100 },
        chunks: [
          [20, 4],
          [120, 4],
        ],
      },
    ],
  });
});

it("has no long part of a server's path, wherever that stands", () => {
  const address = "https://ai.example/t0k3n-0123456789abcdef";
  const server = {
    address,
    state: "unreachable",
    finding: { kind: "redirected", to: `${address}/x` },
  } as const;
  const report = requestsReport(
    [{ ...exchange, server: address }],
    { ...surroundings, servers: [server] },
    wishes,
  );
  expect(JSON.stringify(report)).not.toContain("0123456789");
  expect(report.servers).toEqual([
    {
      address: "https://ai.example/***",
      state: "unreachable",
      finding: { kind: "redirected", to: "https://ai.example/***/x" },
    },
  ]);
  expect(report.exchanges[0]?.request.address).toBe("https://ai.example/***/v1/chat/completions");
});

it("leaves bodies out where they are not wanted, and says so", () => {
  const text = JSON.stringify(requestsReport([exchange], surroundings, { ...wishes, withBodies: false }));
  expect(text).not.toContain("sky");
  expect(text).toContain('{"bytes":22,"lacks":"left out"}');
});

it("says what was not kept", () => {
  const body = (more: object) => ({ ...exchange.sent, body: { ...exchange.sent.body, ...more } });
  const lacks = (more: object) =>
    requestsReport([{ ...exchange, sent: body(more) }], surroundings, wishes).exchanges[0]?.request.body
      .lacks;
  expect([{}, { isCut: true }, { isGone: true }, { isFile: true }].map(lacks)).toEqual([
    undefined,
    "cut",
    "not kept",
    "a file",
  ]);
});

it("reads as a text whose fences hold", () => {
  const text = reportText(requestsReport([exchange], surroundings, wishes));
  expect(text).toContain("## What went wrong\n\nIt stops.\n");
  expect(text).toContain("## 3. POST http://box:11434/v1/chat/completions (request 2 again)\n");
  expect(text).toContain("200, the answer ended without its last word; 2 chunks\n");
  expect(text).toContain(
    'Request: 22 bytes\n````\nauthorization: Bearer ***\n\n{"prompt":"```sky```"}\n````\n',
  );
  expect(text).toMatch(/- Server: http:\/\/box:11434, version 0\.30\.0, connected/);
});
