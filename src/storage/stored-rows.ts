import type { StoreNames } from "idb";
import type { Database, Schema } from "./database.ts";

/**
 * All rows of a store, or of a range of its keys. Where reading them together fails, because one of them is
 * damaged on the disk, those that can be read; empty where none can. Never rejects.
 */
export async function storedRows<Name extends StoreNames<Schema>>(
  database: Database | undefined,
  name: Name,
  range?: IDBKeyRange,
): Promise<readonly unknown[]> {
  if (!database) return [];
  try {
    return await database.getAll(name, range);
  } catch {
    return rowByRow(database, name, range);
  }
}

async function rowByRow<Name extends StoreNames<Schema>>(
  database: Database,
  name: Name,
  range?: IDBKeyRange,
): Promise<readonly unknown[]> {
  try {
    const keys = await database.getAllKeys(name, range);
    const rows = await Promise.all(keys.map((key) => database.get(name, key).catch(() => undefined)));
    return rows.filter((row) => row !== undefined);
  } catch {
    return [];
  }
}
