import { useMemo } from "react";
import { type Removal, usePendingRemovals } from "#src/state/model-removal.ts";
import { useServer } from "#src/state/server.ts";

/** The models of the server in use that are about to be deleted, by name. */
export function useGoing(): ReadonlyMap<string, Removal["status"]> {
  const url = useServer((state) => state.url);
  const removals = usePendingRemovals((state) => state.removals);
  return useMemo(
    () => new Map(removals.filter(({ server }) => server === url).map(({ name, status }) => [name, status])),
    [removals, url],
  );
}
