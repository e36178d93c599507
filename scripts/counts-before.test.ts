import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { countsBefore, keepCounts } from "./counts-before.ts";

test("what was counted is there once it is kept; a run that did not come to its end counts as a failure", () => {
  const folder = mkdtempSync(join(tmpdir(), "candor-counts-"));
  const file = join(folder, "inside", "counts.json");
  expect(countsBefore(file)).toEqual({ passed: 0, failed: 1 });
  keepCounts({ passed: 1200, failed: 0 }, file);
  expect(countsBefore(file)).toEqual({ passed: 1200, failed: 0 });
  keepCounts(undefined, file);
  expect(countsBefore(file)).toEqual({ passed: 0, failed: 1 });
  rmSync(folder, { recursive: true });
});
