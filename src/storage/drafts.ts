import { itemKeys, readItem, writeItem } from "./local-items.ts";

/**
 * Drafts are written to localStorage, because that is the one store that keeps a write made while the page goes
 * away: `pagehide` does not wait for IndexedDB.
 */
const prefix = "candor.draft.";
/** Longest draft kept here, in UTF-16 code units: localStorage as a whole holds about five million. */
const longest = 1_000_000;
const memory = new Map<string, string>();

/** The draft of a conversation (`new` for the one to come); empty where there is none. */
export function readDraft(key: string): string {
  return memory.get(key) ?? readItem(prefix + key) ?? "";
}

/**
 * Keeps a draft; an empty one is removed. False where it is kept only as long as this page lives (too long, full,
 * blocked): then `Store.saveDraft` can still keep it.
 */
export function writeDraft(key: string, text: string): boolean {
  const isKept = text.length <= longest && writeItem(prefix + key, text || null);
  if (isKept || !text) memory.delete(key);
  else memory.set(key, text);
  // An older text must not come back in place of the one that did not fit.
  if (!isKept) writeItem(prefix + key, null);
  return isKept;
}

/** Removes all drafts that are kept here. */
export function clearDrafts(): void {
  memory.clear();
  for (const item of itemKeys(prefix)) writeItem(item, null);
}
