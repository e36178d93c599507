import * as v from "valibot";
import type { HealthCheck } from "#src/core/models/health.ts";
import { itemKeys, localItems, readItem, writeItem } from "./local-items.ts";

const prefix = "candor.health.";
/** Tests that are kept of a model on a server. */
const most = 50;

const number = v.number();
const schema = v.variant("status", [
  v.object({
    at: number,
    status: v.literal("ok"),
    loadMs: number,
    firstMs: v.optional(number),
    totalMs: number,
    tokensPerSecond: v.optional(number),
  }),
  v.object({ at: number, status: v.literal("failed"), cause: v.string(), words: v.string() }),
]);

/** The tests of each model of a server by its name, oldest first; a broken record costs no other. Never throws. */
export function readHealth(
  server: string,
  items = localItems(),
): ReadonlyMap<string, readonly HealthCheck[]> {
  const begin = `${prefix}${server} `;
  return new Map(itemKeys(begin, items).map((key) => [key.slice(begin.length), readChecks(key, items)]));
}

/** Adds a test to a model's history, and gives back all that is kept; where there is no room, only that is shown. */
export function addHealth(
  server: string,
  model: string,
  check: HealthCheck,
  items = localItems(),
): readonly HealthCheck[] {
  const key = `${prefix}${server} ${model}`;
  const checks = [...readChecks(key, items), check].slice(-most);
  writeItem(key, JSON.stringify(checks), items);
  return checks;
}

/** Forgets the tests of a model. */
export function clearHealth(server: string, model: string, items = localItems()): void {
  writeItem(`${prefix}${server} ${model}`, null, items);
}

/** Forgets all tests. */
export function clearAllHealth(items = localItems()): void {
  for (const key of itemKeys(prefix, items)) writeItem(key, null, items);
}

function readChecks(key: string, items: ReturnType<typeof localItems>): readonly HealthCheck[] {
  try {
    const rows: unknown = JSON.parse(readItem(key, items) ?? "[]");
    if (!Array.isArray(rows)) return [];
    return rows.flatMap((row) => {
      const result = v.safeParse(schema, row);
      // Optional fields come out as absent, never as undefined; a cause of a later version is shown as any other.
      return result.success ? [result.output as HealthCheck] : [];
    });
  } catch {
    return [];
  }
}
