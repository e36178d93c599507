import * as v from "valibot";
import { readItem, writeItem } from "./local-items.ts";

/** Memory of a server, in bytes. */
export type ServerMemory = {
  /** What the user says there is for models. */
  readonly given?: number;
  /** The most that its models were seen to take at once. */
  readonly seen?: number;
};

const key = "candor.memory";
/** Servers that are remembered, the latest ones. */
const most = 10;

const size = v.fallback(v.optional(v.pipe(v.number(), v.minValue(1))), undefined);
const schema = v.record(v.string(), v.object({ given: size, seen: size }));

function readAll(): Readonly<Record<string, ServerMemory>> {
  try {
    return v.parse(schema, JSON.parse(readItem(key) ?? "{}")) as Record<string, ServerMemory>;
  } catch {
    return {};
  }
}

/** What is known of a server's memory, by its address. */
export function loadServerMemory(server: string): ServerMemory {
  return readAll()[server] ?? {};
}

/** Keeps what is known of a server's memory; false where nothing can be kept. */
export function saveServerMemory(server: string, memory: ServerMemory): boolean {
  const others = Object.entries(readAll()).filter(([address]) => address !== server);
  return writeItem(key, JSON.stringify(Object.fromEntries([[server, memory], ...others.slice(0, most - 1)])));
}
