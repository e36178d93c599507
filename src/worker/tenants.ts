import { base, buildCaches, ownCache } from "./caches.ts";
import { readNotes, writeNotes } from "./notes.ts";
import { scope } from "./worker-scope.ts";

async function openTabs(): Promise<ReadonlySet<string>> {
  const tabs = await scope.clients.matchAll({ type: "window", includeUncontrolled: true });
  return new Set(tabs.filter(({ url }) => url.startsWith(base)).map(({ id }) => id));
}

/** Takes over: whatever tab is open now has its page from the build before. */
export async function takeOver(): Promise<void> {
  const { current, tenants } = await readNotes();
  const before = current === undefined || current === ownCache ? undefined : current;
  const open = [...(await openTabs())].flatMap((id) => {
    const home = tenants[id] ?? before;
    return home === undefined ? [] : [[id, home] as const];
  });
  await writeNotes({ current: ownCache, tenants: Object.fromEntries(open) });
  await scope.clients.claim();
}

/** Forgets builds that no tab has its page from any more. */
export async function forgetOlder(): Promise<void> {
  const names = await buildCaches();
  const { installing, waiting } = scope.registration;
  // One of the names may be that of a newer build.
  if (installing || waiting) return;
  const tabs = await openTabs();
  const notes = await readNotes();
  const tenants = Object.entries(notes.tenants).filter(([id]) => tabs.has(id));
  const inUse = new Set([ownCache, ...tenants.map(([, name]) => name)]);
  for (const name of names) if (!inUse.has(name)) await caches.delete(name);
  await writeNotes({ current: ownCache, tenants: Object.fromEntries(tenants) });
}
