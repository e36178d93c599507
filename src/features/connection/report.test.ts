import { expect, it } from "vitest";
import { withoutSecrets } from "./report.ts";

it.each([
  ["https://ai.example/u/3f9c2a7be1d04455aa/x", "at https://ai.example/u/…/x/api, ai.example/u/…/x"],
  ["https://ai.example/ollama", "at https://ai.example/ollama/api, ai.example/ollama"],
  ["https://ai.example", "at https://ai.example/api, ai.example"],
])("of %s no long part of the path is left", (url, expected) => {
  expect(withoutSecrets(`at ${url}/api, ${url.replace("https://", "")}`, url)).toBe(expected);
});
