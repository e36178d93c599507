import { expect, it } from "vitest";
import type { Translate } from "#src/ui/i18n.tsx";
import { reportText, withoutSecrets } from "./report.ts";

it.each([
  ["https://ai.example/u/3f9c2a7be1d04455aa/x", "at https://ai.example/u/…/x/api, ai.example/u/…/x"],
  ["https://ai.example/ollama", "at https://ai.example/ollama/api, ai.example/ollama"],
  ["https://ai.example", "at https://ai.example/api, ai.example"],
])("of %s no long part of the path is left", (url, expected) => {
  expect(withoutSecrets(`at ${url}/api, ${url.replace("https://", "")}`, url)).toBe(expected);
});

it("has no title of a page that answered", () => {
  const t: Translate = (key, values) => `${key} ${JSON.stringify(values ?? {})}`;
  const cause = {
    kind: "other-program",
    certainty: "certain",
    program: { kind: "page", name: "Welcome, Ann Secret" },
  } as const;
  const finding = { kind: "not-ollama", hint: "other", status: 200, causes: [cause] } as const;
  const text = reportText({ url: "http://box", isTesting: false, finding }, "Firefox", t);
  expect(text).toContain("certain: other-program");
  expect(text).not.toContain("Ann");
});
