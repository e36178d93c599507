import { useMemo } from "react";
import { sortKeys, sortModels } from "#src/core/models/library-order.ts";
import type { Model } from "#src/core/models/model.ts";
import { useConversations } from "#src/state/conversations.ts";
import { lastUses } from "#src/state/library-use.ts";
import { useSettings } from "#src/state/settings.ts";
import { useLocale } from "#src/ui/i18n.tsx";

export type Ordered = {
  readonly ordered: readonly Model[];
  readonly usedAt: (name: string) => number | undefined;
};

/** Models in the order that the user wants, and when each was last used. */
export function useOrder(
  models: readonly Model[],
  { sort, isDescending }: { sort: string; isDescending: boolean },
): Ordered {
  const locale = useLocale();
  const pinnedNames = useSettings((state) => state.pinnedModels);
  const conversations = useConversations((state) => state.list);
  const usedAt = useMemo(() => lastUses(conversations.values()), [conversations]);
  const ordered = useMemo(() => {
    const key = sortKeys.find((known) => known === sort) ?? "modified";
    return sortModels(models, { key, isDescending }, { pinned: new Set(pinnedNames), usedAt, locale });
  }, [models, sort, isDescending, pinnedNames, usedAt, locale]);
  return { ordered, usedAt };
}
