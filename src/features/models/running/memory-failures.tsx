import { useLocation } from "wouter";
import { nameInAddress } from "#src/core/models/show.ts";
import { sameModel } from "#src/core/models/name.ts";
import { type MemoryChange, useMemoryChanges } from "#src/state/memory-changes.ts";
import { useServer } from "#src/state/server.ts";
import { FailedChange } from "./memory-change.tsx";

/** What a server refused to load, keep or unload, wherever that was asked; left out where the page itself says it. */
export function MemoryFailures() {
  const [location] = useLocation();
  const server = useServer((state) => state.url);
  const changes = useMemoryChanges((state) => state.changes);
  const shown = [...changes].flatMap(([key, change]) =>
    change.status === "failed" && !(change.server === server && standsOn(location, change))
      ? [{ key, change }]
      : [],
  );
  if (shown.length === 0) return null;
  return (
    <div className="mx-auto flex w-full max-w-(--measure) flex-col gap-2 overflow-y-auto px-4 pb-2">
      {shown.map(({ key, change }) => (
        <FailedChange key={key} change={change} />
      ))}
    </div>
  );
}

function standsOn(location: string, { name }: MemoryChange): boolean {
  const [, address] = /^\/models\/(.+)$/.exec(location) ?? [];
  return location === "/running" || (address !== undefined && sameModel(nameInAddress(address), name));
}
