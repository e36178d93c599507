import * as v from "valibot";
import { noSecrets, type ServerSecrets } from "#src/core/connection/server.ts";
import { type Items, localItems, readItem, tabItems, writeItem } from "./local-items.ts";

const key = "candor.server-keys";

const storedSecrets = v.object({
  apiKey: v.fallback(v.string(), ""),
  headers: v.fallback(v.array(v.object({ name: v.string(), value: v.string() })), []),
});
const schema = v.record(v.string(), storedSecrets);

type Kept = v.InferOutput<typeof schema>;

function readAll(items: Items | undefined): Kept {
  try {
    return items ? v.parse(schema, JSON.parse(readItem(key, items) ?? "{}")) : {};
  } catch {
    return {};
  }
}

/** What could be kept nowhere; lasts as long as the page. */
const memory = new Map<string, ServerSecrets>();

/** The secrets of a server by its address; those of this page come first, then those of this tab. Never throws. */
export function loadSecrets(server: string): ServerSecrets {
  const inPage = memory.get(server);
  if (inPage) return inPage;
  const inTab = readAll(tabItems())[server];
  if (inTab) return { ...inTab, isKept: false };
  const kept = readAll(localItems())[server];
  return kept ? { ...kept, isKept: true } : noSecrets;
}

/** Removes the secrets of all servers, from this browser and from this tab. */
export function clearSecrets(): void {
  memory.clear();
  for (const items of [localItems(), tabItems()]) writeItem(key, null, items);
}

/** Keeps the secrets of a server in this browser, or in this tab only; empty ones are removed. False where they last only as long as the page. */
export function saveSecrets(server: string, secrets: ServerSecrets): boolean {
  const { apiKey, headers, isKept } = secrets;
  const isEmpty = apiKey === "" && headers.length === 0;
  const places = [
    { items: localItems(), isMeant: isKept && !isEmpty },
    { items: tabItems(), isMeant: !isKept && !isEmpty },
  ];
  const results = places.map(({ items, isMeant }) => {
    const { [server]: _, ...others } = readAll(items);
    const next = isMeant ? { ...others, [server]: { apiKey, headers } } : others;
    const text = Object.keys(next).length > 0 ? JSON.stringify(next) : null;
    const isDone = items !== undefined && writeItem(key, text, items);
    return isDone || !isMeant;
  });
  const isDone = !results.includes(false);
  if (isDone) memory.delete(server);
  else memory.set(server, secrets);
  return isDone;
}

/** Calls back when another tab changed the secrets that are kept; returns how to stop. */
export function onSecretsChanged(listener: () => void): () => void {
  function follow(event: StorageEvent): void {
    if ((event.key === key || event.key === null) && event.storageArea === localItems()) listener();
  }
  globalThis.addEventListener?.("storage", follow);
  return () => globalThis.removeEventListener?.("storage", follow);
}
