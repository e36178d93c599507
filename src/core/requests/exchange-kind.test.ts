import { expect, it } from "vitest";
import { changesServer, endsWhole, exchangeKindOf } from "./exchange-kind.ts";

it("tells what a request is for by its path", () => {
  expect(exchangeKindOf("/v1/chat/completions")).toBe("chat");
  expect(exchangeKindOf("/api/tags?x=1")).toBe("models");
  expect(exchangeKindOf("/api/blobs/sha256:00")).toBe("create");
  expect(exchangeKindOf("/")).toBe("connection");
  expect(exchangeKindOf("/toString")).toBe("other");
});

it("knows what changes the server", () => {
  for (const path of ["/api/pull", "/api/push", "/api/create", "/api/copy", "/api/blobs/sha256:00"])
    expect(changesServer("POST", path)).toBe(true);
  expect(changesServer("DELETE", "/api/delete")).toBe(true);
  for (const path of ["/v1/chat/completions", "/api/show", "/api/generate", "/api/embed", "/api/me"])
    expect(changesServer("POST", path)).toBe(false);
  expect(changesServer("HEAD", "/api/blobs/sha256:00")).toBe(false);
});

it("knows the last word of a stream", () => {
  const sse = "text/event-stream";
  expect(endsWhole("/v1/chat/completions", sse, "data: {}\n\ndata: [DONE]\n\n")).toBe(true);
  expect(endsWhole("/v1/chat/completions", sse, 'data: {"choices":[]}\n\n')).toBe(false);
  const lines = "application/x-ndjson; charset=utf-8";
  expect(endsWhole("/api/chat", lines, '{"done":false}\n{"done":true}\n')).toBe(true);
  expect(endsWhole("/api/generate", lines, '{"done":false}\n')).toBe(false);
  // The last line of a completion has the tokens of the whole context: more than is kept of it.
  const context = Array.from({ length: 500 }, (_, index) => index + 1000);
  const durations = '"total_duration":16992967,"eval_count":15,"eval_duration":9523000}';
  const end = `{"response":"","done":true,"context":${JSON.stringify(context)},${durations}\n`;
  expect(endsWhole("/api/generate", lines, end.slice(-1000))).toBe(true);
  expect(endsWhole("/api/generate", lines, '{"response":"\\"total_duration\\": 1","done":false}\n')).toBe(
    false,
  );
  expect(endsWhole("/api/pull", lines, '{"status":"pulling manifest"}\n{"status":"success"}\n')).toBe(true);
  expect(endsWhole("/api/pull", lines, '{"error":"no such model"}')).toBe(true);
  expect(endsWhole("/api/pull", lines, '{"status":"pulling manifest"}\n')).toBe(false);
  expect(endsWhole("/api/tags", "application/json", "{}")).toBe(undefined);
});
