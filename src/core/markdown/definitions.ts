import type { Definition } from "mdast";
import type { AnyDefinition } from "./parse.ts";

/** Names that came or went. */
export function difference(before: ReadonlySet<string>, after: ReadonlySet<string>): readonly string[] {
  if (before === after) return [];
  const gone = [...before].filter((name) => !after.has(name));
  return [...gone, ...[...after].filter((name) => !before.has(name))];
}

/** `links` and the link definitions among `more`; the first of a name wins, and without any it is the same map. */
export function addLinks(
  links: ReadonlyMap<string, Definition>,
  more: readonly AnyDefinition[],
): ReadonlyMap<string, Definition> {
  let found: Map<string, Definition> | undefined;
  for (const definition of more) {
    if (definition.type !== "definition" || (found ?? links).has(definition.identifier)) continue;
    found ??= new Map(links);
    found.set(definition.identifier, definition);
  }
  return found ?? links;
}

/** Whether the same names lead to the same addresses. */
export function isSameLinks(
  one: ReadonlyMap<string, Definition>,
  other: ReadonlyMap<string, Definition>,
): boolean {
  if (one === other) return true;
  if (one.size !== other.size) return false;
  return [...one].every(([name, { url, title }]) => {
    const found = other.get(name);
    return found?.url === url && found.title === title;
  });
}
