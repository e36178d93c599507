import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The scripts that a built page loads at once: those it names, those it preloads, and what these import statically. */
export function firstLoad(directory: string): string[] {
  const page = readFileSync(join(directory, "index.html"), "utf8");
  const found = new Set<string>();
  const pending = [...page.matchAll(/<script\b[^>]*\bsrc="([^"]+)"/g), ...preloads(page)].map(
    ([, path = ""]) => path,
  );
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    const file = join(directory, path);
    if (found.has(file) || !existsSync(file)) continue;
    found.add(file);
    const folder = path.slice(0, path.lastIndexOf("/") + 1);
    pending.push(...staticImports(readFileSync(file, "utf8")).map((name) => join(folder, name)));
  }
  return [...found].toSorted();
}

function preloads(page: string): RegExpMatchArray[] {
  const links = [...page.matchAll(/<link\b[^>]*>/g)].filter(([link]) => link.includes('rel="modulepreload"'));
  return links.flatMap(([link]) => [...link.matchAll(/\bhref="([^"]+)"/g)]);
}

function staticImports(code: string): string[] {
  return [...code.matchAll(/\b(?:from|import)\s*["'](\.\.?\/[^"']+\.js)["']/g)].map(([, name = ""]) => name);
}
