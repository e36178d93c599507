import * as v from "valibot";
import { localItems, readItem, writeItem } from "./local-items.ts";

const key = "candor.speeds";
/** Models on servers whose speed is kept, the latest ones. */
const most = 200;
/** What a new measurement counts against those before it. */
const weight = 0.4;

const schema = v.array(v.tuple([v.string(), v.pipe(v.number(), v.finite(), v.minValue(0))]));

type Speeds = ReadonlyMap<string, number>;

/** How fast each model wrote on each server (`speedKey`), in tokens a second, measured by replies of this browser. Never throws. */
export function readSpeeds(items = localItems()): Speeds {
  try {
    return new Map(v.parse(schema, JSON.parse(readItem(key, items) ?? "[]")));
  } catch {
    return new Map();
  }
}

/** One key for a model on a server. `model` is its `modelKey`. */
export function speedKey(server: string, model: string): string {
  return `${server} ${model}`;
}

/** Adds a measurement to what was known, which fades; where there is no room, only what is given back has it. */
export function addSpeed(
  server: string,
  model: string,
  tokensPerSecond: number,
  items = localItems(),
): Speeds {
  const speeds = new Map(readSpeeds(items));
  const own = speedKey(server, model);
  const before = speeds.get(own) ?? tokensPerSecond;
  speeds.delete(own);
  speeds.set(own, before + (tokensPerSecond - before) * weight);
  const latest = [...speeds].slice(-most);
  writeItem(key, JSON.stringify(latest), items);
  return new Map(latest);
}

/** Forgets all speeds. */
export function clearSpeeds(items = localItems()): void {
  writeItem(key, null, items);
}
