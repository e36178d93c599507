import { expect, test } from "vitest";
import { uptimeCsv } from "./uptime-csv.ts";

const noon = Date.UTC(2026, 0, 2, 12);

test("checks and changes stand in order of time", () => {
  const text = uptimeCsv(
    [
      { at: noon, state: "connected", latencyMs: 4, version: "0.32.15" },
      { at: noon + 60_000, state: "unreachable" },
    ],
    [
      { kind: "address", at: noon - 1000, from: "http://10.0.0.5:11434" },
      {
        kind: "state",
        at: noon + 60_000,
        from: "connected",
        to: "unreachable",
        cause: "proxy-down",
        status: 502,
      },
      { kind: "version", at: noon + 120_000, from: "0.32.15", to: "0.33.0" },
    ],
  );
  expect(text.split("\r\n")).toEqual([
    "time,kind,state,latency_ms,version,from,cause",
    "2026-01-02T11:59:59.000Z,address,,,,http://10.0.0.5:11434,",
    "2026-01-02T12:00:00.000Z,check,connected,4,0.32.15,,",
    "2026-01-02T12:01:00.000Z,check,unreachable,,,,",
    "2026-01-02T12:01:00.000Z,state,unreachable,,,connected,proxy-down 502",
    "2026-01-02T12:02:00.000Z,version,,,0.33.0,0.32.15,",
    "",
  ]);
});

test("a version that a spreadsheet would run is a text", () => {
  const text = uptimeCsv([{ at: noon, state: "connected", version: '=HYPERLINK("x")' }], []);
  expect(text).toContain(`"'=HYPERLINK(""x"")"`);
});
