import { base, notesCache } from "./caches.ts";

/** Which build is in use, and by which tabs older ones are: the worker itself is ended whenever it has nothing to do. */
export type Notes = {
  /** The cache of the build that new tabs get. */
  readonly current?: string;
  /** Caches of older builds by the tab that has its page from there. */
  readonly tenants: Readonly<Record<string, string>>;
};

const address = `${base}?notes`;

export async function readNotes(): Promise<Notes> {
  const kept = await caches.match(address, { cacheName: notesCache });
  return kept ? ((await kept.json()) as Notes) : { tenants: {} };
}

export async function writeNotes(notes: Notes): Promise<void> {
  const cache = await caches.open(notesCache);
  await cache.put(address, new Response(JSON.stringify(notes)));
}
