import { expect, test } from "vitest";
import { useConnections } from "./connections.ts";
import type { Connection } from "./monitor.ts";
import { useNotices } from "./notices.ts";
import { useServer } from "./server.ts";
import { judge, noticeOutages } from "./server-history-notices.ts";

const second = 1000;

/** What is said over a row of checks: seconds, whether it was up, and whether it is in use. */
function said(checks: readonly (readonly [number, boolean, boolean?])[]) {
  let watched: Parameters<typeof judge>[0];
  return checks.map(([at, isUp, isInUse = true]) => {
    const found: Connection = { status: isUp ? "connected" : "unreachable", checkedAt: at * second };
    const { next, says } = judge(watched, found, isInUse);
    watched = next;
    return says ?? "";
  });
}

test("a server that goes down is told of once, at its second failure, and once when it is back", () => {
  const checks = [
    [0, true],
    [60, false],
    [61, false],
    [63, false],
    [68, true],
    [128, true],
  ] as const;
  expect(said(checks)).toEqual(["", "", "down", "", "back", ""]);
});

test("one failure is not told, nor is the answer after it", () => {
  expect(
    said([
      [0, true],
      [60, false],
      [61, true],
    ]),
  ).toEqual(["", "", ""]);
});

test("a server that was never up while this page is open did not go down", () => {
  expect(
    said([
      [0, false],
      [1, false],
      [3, false],
      [8, true],
    ]),
  ).toEqual(["", "", "", ""]);
});

test("one that comes and goes is not told of again for five minutes", () => {
  const checks = [
    [0, true],
    [10, false],
    [11, false],
    [20, true],
    [30, false],
    [31, false],
    [40, true],
    [330, false],
    [331, false],
    [340, true],
  ] as const;
  expect(said(checks)).toEqual(["", "", "down", "back", "", "", "", "", "down", "back"]);
});

test("a server that nobody uses is not told of", () => {
  expect(
    said([
      [0, true, false],
      [60, false, false],
      [61, false, false],
      [63, true, false],
    ]),
  ).toEqual(["", "", "", ""]);
});

test("what was said of a server goes when the opposite is said", () => {
  const url = "http://localhost:11434";
  const texts: (readonly string[])[] = [];
  useServer.setState({ url });
  const stop = noticeOutages();
  for (const [checkedAt, status] of [
    [0, "connected"],
    [1, "unreachable"],
    [2, "unreachable"],
    [3, "connected"],
  ] as const) {
    useConnections.setState({ connections: new Map([[url, { status, checkedAt }]]) });
    texts.push(useNotices.getState().notices.map(({ text }) => text));
  }
  stop();
  expect(texts).toEqual([[], [], ["serverHealth.wentDown"], ["serverHealth.cameBack"]]);
});
