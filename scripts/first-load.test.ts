import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { firstLoad } from "./first-load.ts";

test("what the page names, preloads and imports statically counts; what it loads later does not", () => {
  const folder = mkdtempSync(join(tmpdir(), "candor-first-load-"));
  mkdirSync(join(folder, "assets"));
  const files = {
    "index.html":
      '<script src="./theme.js"></script><script type="module" crossorigin src="./assets/main.js"></script>' +
      '<link rel="modulepreload" crossorigin href="./assets/pre.js"><link rel="icon" href="./favicon.svg">',
    "theme.js": "1",
    "assets/main.js":
      'import{a as b}from"./shared.js";import"./bare.js";const later=()=>import("./later.js");',
    "assets/shared.js": 'import"./main.js";',
    "assets/bare.js": "1",
    "assets/pre.js": "1",
    "assets/later.js": "1",
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const expected = ["assets/bare.js", "assets/main.js", "assets/pre.js", "assets/shared.js", "theme.js"];
  expect(firstLoad(folder)).toEqual(expected.map((name) => join(folder, name)));
  rmSync(folder, { recursive: true });
});
