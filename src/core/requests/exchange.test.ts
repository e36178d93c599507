import { describe, expect, it } from "vitest";
import { type Exchange, noBody } from "./exchange.ts";
import { filterExchanges, noFilter } from "./exchange-filter.ts";
import { chunkColumns, durationOf, longestGap, timingParts } from "./exchange-timing.ts";

function exchange(more: Partial<Exchange> = {}): Exchange {
  return {
    id: 1,
    server: "http://localhost:11434",
    path: "/api/chat",
    method: "POST",
    kind: "chat",
    isBlind: false,
    sentAt: 0,
    state: "done",
    sent: { headers: [], body: noBody },
    received: { headers: [], body: noBody },
    chunks: [],
    chunkCount: 0,
    isPathMasked: false,
    ...more,
  };
}

describe("timings", () => {
  it("of a stream are its wait, its head, its first bytes and its stream", () => {
    const whole = exchange({ headersAt: 100, firstAt: 150, lastAt: 900, endedAt: 910 });
    expect(timingParts(whole, 5000)).toEqual([
      { name: "head", ms: 100 },
      { name: "body", ms: 50 },
      { name: "stream", ms: 750 },
      { name: "end", ms: 10 },
    ]);
    expect(durationOf(whole, 5000)).toBe(910);
  });

  it("of what is under way go on", () => {
    expect(timingParts(exchange({ state: "waiting" }), 70)).toEqual([{ name: "head", ms: 70 }]);
    const receiving = exchange({ state: "receiving", headersAt: 20, firstAt: 30, lastAt: 40 });
    expect(timingParts(receiving, 100)).toEqual([
      { name: "head", ms: 20 },
      { name: "body", ms: 10 },
      { name: "stream", ms: 70 },
    ]);
  });

  it("of a request without an answer, or without a body, have nothing more", () => {
    expect(timingParts(exchange({ state: "failed", endedAt: 12 }), 99)).toEqual([{ name: "head", ms: 12 }]);
    expect(timingParts(exchange({ headersAt: 5, endedAt: 5 }), 99)).toEqual([{ name: "head", ms: 5 }]);
  });

  it("share bytes out over the time in which they came", () => {
    const chunks = [0, 10, 95, 100].map((at) => ({ at: at + 7, bytes: at + 1 }));
    expect(chunkColumns(exchange({ chunks }), 4)).toEqual([12, 0, 0, 197]);
    expect(longestGap(exchange({ chunks }))).toBe(85);
    expect(longestGap(exchange())).toBe(undefined);
    expect(chunkColumns(exchange(), 2)).toEqual([0, 0]);
  });
});

describe("the filter", () => {
  const all = [
    exchange({
      id: 1,
      status: 200,
      sent: { headers: [], body: { ...noBody, text: '"Why is the SKY blue?"' } },
    }),
    exchange({ id: 2, status: 404, path: "/api/show", kind: "models" }),
    exchange({ id: 3, state: "failed", path: "/api/pull", kind: "pull" }),
    exchange({ id: 4, state: "receiving", status: 200, path: "/api/pull", kind: "pull" }),
    exchange({ id: 5, state: "cut", status: 200 }),
  ];
  const left = (filter: Partial<typeof noFilter>) =>
    filterExchanges(all, { ...noFilter, ...filter }).map(({ id }) => id);

  it("leaves what has all words, in the address or in a body", () => {
    expect(left({ text: " sky  blue" })).toEqual([1]);
    expect(left({ text: "post /api/show" })).toEqual([2]);
    expect(left({ text: "sky show" })).toEqual([]);
  });

  it("leaves a class of status, what went wrong, or what is open", () => {
    expect(left({ outcome: "2xx" })).toEqual([1, 4, 5]);
    expect(left({ outcome: "4xx" })).toEqual([2]);
    expect(left({ outcome: "faults" })).toEqual([2, 3, 5]);
    expect(left({ outcome: "open" })).toEqual([4]);
  });

  it("leaves a kind", () => {
    expect(left({ kind: "pull" })).toEqual([3, 4]);
    expect(left({ kind: "pull", outcome: "open" })).toEqual([4]);
  });
});
