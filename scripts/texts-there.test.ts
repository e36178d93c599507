import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";
import { englishPages } from "../src/ui/messages/en-pages.ts";
import { englishTranscript } from "../src/ui/messages/en-transcript.ts";
import { english } from "../src/ui/messages/en.ts";

/** Which texts are surely there: those of the first load, those of messages too, or all. */
const first = 0;
const ofMessages = 1;
const all = 2;

const levels = new Map<string, number>([
  ...Object.keys(englishPages).map((key) => [key, all] as const),
  ...Object.keys(englishTranscript).map((key) => [key, ofMessages] as const),
  ...Object.keys(english).map((key) => [key, first] as const),
]);

/** Without types, whose texts are shown elsewhere. */
function codeOf(file: string): string {
  return readFileSync(file, "utf8").replaceAll(/^(?:export )?type [^=]+=[^;]*;$/gm, "");
}

function resolved(file: string, names: Iterable<RegExpMatchArray>): string[] {
  return [...names].flatMap(([, name = ""]) => {
    const path = name.startsWith("#src/") ? name.slice(1) : normalize(join(dirname(file), name));
    return /\.tsx?$/.test(path) && !path.includes("/messages/") && existsSync(path) ? [path] : [];
  });
}

function loadedBy(code: string): number {
  if (code.includes("loadPageTexts")) return all;
  return code.includes("loadTranscriptTexts") ? ofMessages : first;
}

/** Each module that the app loads, with the texts that are there whenever it is. */
function modulesOf(entry: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const pending: [file: string, level: number][] = [[entry, first]];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const [file, level] = next;
    if ((found.get(file) ?? Infinity) <= level) continue;
    found.set(file, level);
    const code = codeOf(file);
    const withIt = code.matchAll(/^(?:import|export)\s(?!type\b)(?:[^;"]*\sfrom\s)?"([^"]+)"/gm);
    for (const other of resolved(file, withIt)) pending.push([other, level]);
    const later = Math.max(level, loadedBy(code));
    for (const other of resolved(file, code.matchAll(/\bimport\("([^"]+)"\)/g))) pending.push([other, later]);
  }
  return found;
}

function textsOf(code: string): string[] {
  const named = [...code.matchAll(/"([a-zA-Z]+\.[\w.]+)"/g)].map(([, key = ""]) => key);
  const begun = [...code.matchAll(/`([a-zA-Z]+\.[\w.]*)\$\{/g)].flatMap(([, start = ""]) =>
    [...levels.keys()].filter((key) => key.startsWith(start)),
  );
  return [...named, ...begun];
}

// Texts that come later draw nothing again.
test("what shows a text is loaded with it, or after it", () => {
  const modules = modulesOf("src/main.tsx");
  const early = [...modules].flatMap(([file, level]) =>
    textsOf(codeOf(file))
      .filter((key) => (levels.get(key) ?? first) > level)
      .map((key) => `${file}: ${key}`),
  );
  expect(modules.size).toBeGreaterThan(300);
  expect(early).toEqual([]);
});
