/**
 * Asks the browser not to clear our data when the disk fills up. Some browsers ask the user, so call it after
 * something worth keeping was written. Undefined where the browser cannot say (plain http, old versions).
 */
export async function askPersistence(): Promise<boolean | undefined> {
  try {
    if (await storageManager()?.persisted?.()) return true;
    return await storageManager()?.persist?.();
  } catch {
    return undefined;
  }
}

/** Bytes used and available, as the browser estimates them; undefined where it cannot say. */
export async function estimate(): Promise<{ readonly usage: number; readonly quota: number } | undefined> {
  try {
    const { usage, quota } = (await storageManager()?.estimate?.()) ?? {};
    return usage === undefined || quota === undefined ? undefined : { usage, quota };
  } catch {
    return undefined;
  }
}

function storageManager(): Partial<StorageManager> | undefined {
  return globalThis.navigator?.storage;
}

/** Whether the browser has promised to keep what is stored; false where it cannot be asked. */
export async function isPersistent(): Promise<boolean> {
  return (await navigator.storage?.persisted?.().catch(() => false)) ?? false;
}
