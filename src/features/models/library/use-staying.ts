import { useMemo } from "react";
import type { Model } from "#src/core/models/model.ts";
import { usePendingRemovals } from "#src/state/model-removal.ts";
import { useServer } from "#src/state/server.ts";

/** The models without those that the user has deleted and may still keep. */
export function useStaying(models: readonly Model[]): readonly Model[] {
  const server = useServer((state) => state.url);
  const removals = usePendingRemovals((state) => state.removals);
  return useMemo(() => {
    const going = new Set(removals.filter((removal) => removal.server === server).map(({ name }) => name));
    return going.size > 0 ? models.filter(({ name }) => !going.has(name)) : models;
  }, [models, removals, server]);
}
