import { array, assert, constantFrom, json, property } from "fast-check";
import { expect, it } from "vitest";
import { jsonFault } from "./json-fault.ts";

it.each([
  ["{", 1, 2, ""],
  ["", 1, 1, ""],
  ['{"a": 1,}', 1, 9, "}"],
  ['{\n  "a": tru\n}', 2, 8, "tru"],
  ['{"a" 1}', 1, 6, "1"],
  ["[1 2]", 1, 4, "2"],
  ['{"a": NaN}', 1, 7, "NaN"],
  ["{'a': 1}", 1, 2, "'"],
  ['{"a": "b\n"}', 1, 7, '"'],
  ["{} x", 1, 4, "x"],
  ["[01]", 1, 2, "01"],
  ["[1]]", 1, 4, "]"],
  ['{\r\n "a": [1,\r\n }', 3, 2, "}"],
])("finds where %j stops being JSON", (text, line, column, found) => {
  expect(jsonFault(text)).toEqual({ line, column, found });
});

it("finds no fault in what JSON.parse takes, and one in what it refuses", () => {
  const isJson = (text: string) => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };
  assert(property(json(), (text) => jsonFault(text) === undefined));
  const pieces = [
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    '"a"',
    "1",
    "-",
    "e",
    ".",
    "0",
    "true",
    "nul",
    " ",
    "\n",
    '"',
    "\\",
  ];
  const cut = array(constantFrom(...pieces), { maxLength: 9 }).map((parts) => parts.join(""));
  assert(
    property(cut, (text) => (jsonFault(text) === undefined) === isJson(text)),
    { numRuns: 5000 },
  );
});

it("does not run out of stack", () => {
  expect(jsonFault("[".repeat(200_000) + "]".repeat(200_000))).toBeUndefined();
});
