/** What is used of `Storage`. */
export type Items = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

/** The browser's localStorage; undefined where it is missing or reading the property throws (blocked site data). */
export function localItems(): Items | undefined {
  try {
    return globalThis.localStorage ?? undefined;
  } catch {
    return undefined;
  }
}

/** The tab's sessionStorage, which lasts over reloads; undefined where it is missing or blocked. */
export function tabItems(): Items | undefined {
  try {
    return globalThis.sessionStorage ?? undefined;
  } catch {
    return undefined;
  }
}

/** The text under a key; null where there is none or it cannot be read. */
export function readItem(key: string, items = localItems()): string | null {
  try {
    return items?.getItem(key) ?? null;
  } catch {
    return null;
  }
}

/** Writes, or removes for null; false where that failed (full, blocked, missing). */
export function writeItem(key: string, value: string | null, items = localItems()): boolean {
  try {
    if (!items) return false;
    if (value === null) items.removeItem(key);
    else items.setItem(key, value);
    return true;
  } catch {
    return false;
  }
}

/** All keys that begin with `prefix`. */
export function itemKeys(prefix: string, items = localItems()): readonly string[] {
  try {
    const keys = Array.from({ length: items?.length ?? 0 }, (_, index) => items?.key(index) ?? "");
    return keys.filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}
