import { expect, test } from "vitest";
import { abilitiesFor, isAbsentRoute, standardAbilities } from "./abilities.ts";

test("the chosen kind wins, and what was found of a server of that kind holds", () => {
  const partial = { kind: "ollama", hasMemory: false } as const;
  expect(abilitiesFor("auto", undefined)).toBeUndefined();
  expect(abilitiesFor("auto", partial)).toBe(partial);
  expect(abilitiesFor("ollama", partial)).toBe(partial);
  expect(abilitiesFor("openai", partial)).toEqual({ kind: "openai", hasMemory: false });
  expect(abilitiesFor("ollama", standardAbilities("openai"))).toEqual({ kind: "ollama", hasMemory: true });
});

test("a route that is missing is told from one that is refused or broken", () => {
  expect([404, 405, 501].every(isAbsentRoute)).toBe(true);
  expect([200, 400, 401, 403, 500, 502, 503].some(isAbsentRoute)).toBe(false);
});
