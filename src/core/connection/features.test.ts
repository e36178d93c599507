import { expect, it } from "vitest";
import { missingFeatures } from "./features.ts";

it.each<[string, readonly string[]]>([
  ["0.33.0-rc2", []],
  ["0.0.0", []],
  ["a build of mine", []],
  ["0.30.0", []],
  ["0.30.0-rc1", []],
  ["0.32.14-12-gabc1234", []],
  ["1.0.0", []],
  ["0.29.9", ["listed"]],
  ["0.12.10", ["logprobs", "listed"]],
  ["0.9.6", ["effort", "cloud", "logprobs", "listed"]],
  [
    "0.2.5",
    ["embed", "tools", "schema", "capabilities", "thinking", "effort", "cloud", "logprobs", "listed"],
  ],
])("Ollama %s is too old for %j", (version, features) => {
  expect(missingFeatures(version).map(({ feature }) => feature)).toEqual(features);
});
