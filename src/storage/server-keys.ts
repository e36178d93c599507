import * as v from "valibot";
import { noSecrets, type ServerSecrets } from "#src/core/connection/server.ts";
import { type Items, localItems, readItem, writeItem } from "./local-items.ts";

const key = "candor.server-keys";

const secrets = v.object({
  apiKey: v.fallback(v.string(), ""),
  headers: v.fallback(v.array(v.object({ name: v.string(), value: v.string() })), []),
});
const schema = v.record(v.string(), secrets);

type Kept = v.InferOutput<typeof schema>;

/** Lives as long as the tab, over reloads; undefined where it is missing or blocked. */
function tabItems(): Items | undefined {
  try {
    return globalThis.sessionStorage ?? undefined;
  } catch {
    return undefined;
  }
}

function readAll(items: Items | undefined): Kept {
  try {
    return items ? v.parse(schema, JSON.parse(readItem(key, items) ?? "{}")) : {};
  } catch {
    return {};
  }
}

/** The secrets of a server by its address; those of this tab come first. Never throws. */
export function loadSecrets(server: string): ServerSecrets {
  const inTab = readAll(tabItems())[server];
  if (inTab) return { ...inTab, isKept: false };
  const kept = readAll(localItems())[server];
  return kept ? { ...kept, isKept: true } : noSecrets;
}

/** Removes the secrets of all servers, from this browser and from this tab. */
export function clearSecrets(): void {
  for (const items of [localItems(), tabItems()]) writeItem(key, null, items);
}

/** Keeps the secrets of a server in this browser, or in this tab only; empty ones are removed. False where they could not be kept. */
export function saveSecrets(server: string, { apiKey, headers, isKept }: ServerSecrets): boolean {
  const isEmpty = apiKey === "" && headers.length === 0;
  const places = [
    { items: localItems(), isMeant: isKept },
    { items: tabItems(), isMeant: !isKept },
  ];
  return places.every(({ items, isMeant }) => {
    const { [server]: _, ...others } = readAll(items);
    const next = isMeant && !isEmpty ? { ...others, [server]: { apiKey, headers } } : others;
    const text = Object.keys(next).length > 0 ? JSON.stringify(next) : null;
    const isDone = items !== undefined && writeItem(key, text, items);
    return isDone || !isMeant || isEmpty;
  });
}
