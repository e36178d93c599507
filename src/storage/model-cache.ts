import * as v from "valibot";
import type { ServerKind } from "#src/core/connection/server.ts";
import type { Model } from "#src/core/models/model.ts";
import { readItem, writeItem } from "./local-items.ts";

/** The models that a server last listed, for when it is down. `savedAt` in milliseconds since 1970 UTC. */
export type CachedModels = {
  readonly models: readonly Model[];
  readonly savedAt: number;
  /** What the server spoke; absent where that was not noted. */
  readonly kind?: ServerKind;
};

const key = "candor.models";
/** Servers whose lists are kept, the latest ones. */
const most = 20;

const model = v.object({
  name: v.string(),
  size: v.number(),
  digest: v.string(),
  modifiedAt: v.number(),
  family: v.string(),
  parameterSize: v.string(),
  quantization: v.string(),
  contextLength: v.optional(v.number()),
  capabilities: v.optional(v.array(v.string())),
  remoteHost: v.optional(v.string()),
  owner: v.optional(v.string()),
});

const schema = v.record(
  v.string(),
  v.object({
    models: v.array(model),
    savedAt: v.number(),
    kind: v.optional(v.picklist(["ollama", "openai"])),
  }),
);

function readAll(): v.InferOutput<typeof schema> {
  try {
    return v.parse(schema, JSON.parse(readItem(key) ?? "{}"));
  } catch {
    return {};
  }
}

/** The last list of a server, by its address. */
export function cachedModels(server: string): CachedModels | undefined {
  const found = readAll()[server];
  // Optional fields come out as absent, never as undefined: the schema only copies what is there.
  return found as CachedModels | undefined;
}

/** Keeps a server's list; where there is no room, nothing is kept. */
export function cacheModels(
  server: string,
  models: readonly Model[],
  savedAt: number,
  kind?: ServerKind,
): void {
  const others = Object.entries(readAll()).filter(([address]) => address !== server);
  // Firefox has toSorted since 115.
  // oxlint-disable-next-line unicorn/no-array-sort
  const latest = others.sort(([, a], [, b]) => b.savedAt - a.savedAt).slice(0, most - 1);
  writeItem(key, JSON.stringify(Object.fromEntries([[server, { models, savedAt, kind }], ...latest])));
}
