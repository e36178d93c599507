import * as v from "valibot";
import { type Server, serverColors, serverKinds, standardDeadlineMs } from "#src/core/connection/server.ts";
import { localItems, readItem, writeItem } from "./local-items.ts";

export type StoredServer = Omit<Server, "source">;

const key = "candor.servers";

// A field that is missing or wrong gets its default and costs no other; a server without an address is none.
const schema = v.object({
  url: v.pipe(v.string(), v.minLength(1)),
  name: v.fallback(v.string(), ""),
  color: v.fallback(v.picklist(serverColors), "teal"),
  kind: v.fallback(v.picklist(serverKinds), "auto"),
  modelFilter: v.fallback(v.string(), ""),
  deadlineMs: v.fallback(v.pipe(v.number(), v.minValue(500), v.maxValue(120_000)), standardDeadlineMs),
});

let memory: string | undefined;

/** The servers that the user entered or changed, in their order; never throws. */
export function loadServers(): readonly StoredServer[] {
  try {
    const list: unknown = JSON.parse(memory ?? readItem(key) ?? "[]");
    if (!Array.isArray(list)) return [];
    return list.flatMap((item) => {
      const result = v.safeParse(schema, item);
      return result.success ? [result.output] : [];
    });
  } catch {
    return [];
  }
}

/** Keeps the list; where localStorage is missing or full, as long as this page lives. */
export function saveServers(servers: readonly StoredServer[]): void {
  const text = JSON.stringify(servers);
  memory = writeItem(key, text) ? undefined : text;
}

/** Calls back when another tab changed the list; returns how to stop. */
export function onServersChanged(listener: () => void): () => void {
  function follow(event: StorageEvent): void {
    if ((event.key !== key && event.key !== null) || event.storageArea !== localItems()) return;
    memory = undefined;
    listener();
  }
  globalThis.addEventListener?.("storage", follow);
  return () => globalThis.removeEventListener?.("storage", follow);
}
