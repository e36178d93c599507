import * as v from "valibot";
import type { ServerEvent } from "#src/core/connection/server-events.ts";
import type { Sample } from "#src/core/connection/uptime.ts";
import { type Items, itemKeys, localItems, readItem, writeItem } from "./local-items.ts";

/** What is kept of a server: its checks of the last day and what changed, both oldest first. */
export type ServerHistory = {
  readonly samples: readonly Sample[];
  readonly events: readonly ServerEvent[];
  /** The last version that it told, however long ago. */
  readonly version?: string | undefined;
};

export const noHistory: ServerHistory = { samples: [], events: [] };

const prefix = "candor.server-history.";
/** Events that are kept of a server. */
const most = 200;

const states = [
  "connected",
  "unreachable",
  "origin refused",
  "host refused",
  "blocked by the browser",
  "not Ollama",
  "needs a key",
] as const;
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const state = v.picklist(states);
const at = v.number();

const event = v.variant("kind", [
  v.object({
    kind: v.literal("state"),
    at,
    from: state,
    to: state,
    cause: v.optional(v.string()),
    status: v.optional(v.number()),
    lastAt: v.optional(at),
  }),
  v.object({ kind: v.literal("version"), at, from: v.string(), to: v.string(), lastAt: v.optional(at) }),
  v.object({ kind: v.literal("address"), at, from: v.string() }),
]);

/** A check takes some ten bytes: seconds since the one before, index of its state, milliseconds or -1, index of its version or -1. */
const row = v.tuple([whole, whole, v.number(), v.number()]);
const schema = v.object({
  states: v.array(v.string()),
  versions: v.array(v.string()),
  samples: v.array(row),
  events: v.array(v.unknown()),
  version: v.optional(v.string()),
});

/** The history of a server; what is broken in it costs nothing else. Never throws. */
export function readServerHistory(server: string, items = localItems()): ServerHistory {
  return decode(readItem(prefix + server, items));
}

/** Keeps the history of a server, with its newest two hundred events; false where that failed. */
export function writeServerHistory(server: string, history: ServerHistory, items = localItems()): boolean {
  return writeItem(prefix + server, encode(history), items);
}

/** Forgets the history of a server. */
export function clearServerHistory(server: string, items = localItems()): void {
  writeItem(prefix + server, null, items);
}

/** Forgets all histories. */
export function clearServerHistories(items = localItems()): void {
  for (const key of itemKeys(prefix, items)) writeItem(key, null, items);
}

/** The servers that there is a history of. */
export function serversWithHistory(items = localItems()): readonly string[] {
  return itemKeys(prefix, items).map((key) => key.slice(prefix.length));
}

/** Calls back with the server when another tab changed a history, without one when all may have changed; returns how to stop. */
export function onServerHistoryChanged(
  listener: (server: string | undefined) => void,
  items: Items | undefined = localItems(),
): () => void {
  const follow = ({ key, storageArea }: StorageEvent): void => {
    if (storageArea !== items || (key !== null && !key.startsWith(prefix))) return;
    listener(key?.slice(prefix.length));
  };
  globalThis.addEventListener?.("storage", follow);
  return () => globalThis.removeEventListener?.("storage", follow);
}

function encode({ samples, events, version }: ServerHistory): string {
  const versions: string[] = [];
  let before = 0;
  const rows = samples.map(({ at: time, state: found, latencyMs = -1, version: told }) => {
    const seconds = Math.round(time / 1000);
    const since = seconds - before;
    before = seconds;
    if (told !== undefined && !versions.includes(told)) versions.push(told);
    return [since, states.indexOf(found), latencyMs, told === undefined ? -1 : versions.indexOf(told)];
  });
  return JSON.stringify({ states, versions, samples: rows, events: events.slice(-most), version });
}

function decode(text: string | null): ServerHistory {
  try {
    const kept = v.parse(schema, JSON.parse(text ?? "null"));
    let seconds = 0;
    const samples = kept.samples.flatMap(([since, found, latencyMs, told]): readonly Sample[] => {
      seconds += since;
      const known = v.safeParse(state, kept.states[found]);
      if (!known.success) return [];
      const version = kept.versions[told];
      return [
        {
          at: seconds * 1000,
          state: known.output,
          ...(latencyMs < 0 ? {} : { latencyMs }),
          ...(version === undefined ? {} : { version }),
        },
      ];
    });
    const events = kept.events.flatMap((one) => {
      const result = v.safeParse(event, one);
      return result.success ? [result.output as ServerEvent] : [];
    });
    return { samples, events, version: kept.version };
  } catch {
    return noHistory;
  }
}
