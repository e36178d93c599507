import { expect, test } from "vitest";
import { pullFailure } from "./pull-failure.ts";

test.each([
  ["pull model manifest: file does not exist", "unknown"],
  [
    "pull model manifest: 412: \n\nThe model you are attempting to pull requires a newer version of Ollama.",
    "newer",
  ],
  [
    'pull model manifest: Get "https://registry.ollama.ai/v2/": dial tcp: lookup registry.ollama.ai: no such host',
    "offline",
  ],
  ["max retries exceeded: write /models/blobs/x: no space left on device", "space"],
  ["digest mismatch, file must be downloaded again: want sha256:a, got sha256:b", "damaged"],
  ["unauthorized: access denied", "denied"],
  ['realm host "" does not match original host "127.0.0.1:1"', "denied"],
  ["context deadline exceeded", "broken"],
  ["something new", "other"],
])("%s", (message, stem) => {
  expect(pullFailure({ kind: "in-stream", message })).toEqual({
    key: `models.pullFailed.${stem}`,
    details: message,
  });
});

test("a lost connection is told from a server that is away", () => {
  expect(pullFailure({ kind: "cut", how: "ended" }).key).toBe("models.pullFailed.cut");
  expect(pullFailure({ kind: "unreachable", url: "" }).key).toBe("models.pullFailed.server");
});
