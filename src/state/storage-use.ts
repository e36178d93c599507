import { queryOptions } from "@tanstack/react-query";
import { askPersistence, estimate, isPersistent } from "#src/storage/persist.ts";

export { askPersistence };

/** How much this browser keeps, in bytes, and whether it promised not to throw it away; `use` is undefined where it cannot say. */
export function storageUseQuery() {
  return queryOptions({
    queryKey: ["storage-use"],
    queryFn: async () => {
      const [use, persistent] = await Promise.all([estimate(), isPersistent()]);
      return { use, isPersistent: persistent };
    },
    staleTime: 0,
  });
}
