import { useMemo } from "react";
import type { Model } from "#src/core/models/model.ts";
import { useGoing } from "#src/features/models/actions/use-going.ts";

/** The models without those that the user has deleted and may still keep. */
export function useStaying(models: readonly Model[]): readonly Model[] {
  const going = useGoing();
  return useMemo(
    () => (going.size > 0 ? models.filter(({ name }) => !going.has(name)) : models),
    [models, going],
  );
}
