import { isRemote, type Model } from "./model.ts";

export const sortKeys = ["name", "family", "parameters", "size", "modified", "used"] as const;
export type SortKey = (typeof sortKeys)[number];
export type Sort = { readonly key: SortKey; readonly isDescending: boolean };

export type OrderFacts = {
  /** Names that come first in any order. */
  readonly pinned: ReadonlySet<string>;
  /** When a model was last used, in milliseconds since 1970 UTC. */
  readonly usedAt: (name: string) => number | undefined;
  readonly locale: string;
};

const scales: Readonly<Record<string, number>> = { "": 1, K: 1e3, M: 1e6, B: 1e9, T: 1e12 };

/**
 * Parameters as a number, of what `/api/tags` writes (`format.HumanNumber`): `270M`, `3.2B`, and `8x7B` of older files.
 * Undefined where it says nothing.
 */
export function parameterCount(text: string): number | undefined {
  const found = /^(?:(\d+)x)?(\d+(?:\.\d+)?)\s*([KMBT]?)$/i.exec(text.trim());
  if (!found) return undefined;
  const [, experts = "1", number = "", scale = ""] = found;
  return Number(experts) * Number(number) * (scales[scale.toUpperCase()] ?? 1);
}

/** Pinned models first, each part by the chosen column; what is unknown comes last both ways, ties go by name. */
export function sortModels(models: readonly Model[], sort: Sort, facts: OrderFacts): readonly Model[] {
  const { compare } = new Intl.Collator(facts.locale, { numeric: true });
  const entries = models.map((model) => ({
    model,
    isPinned: facts.pinned.has(model.name),
    value: valueOf(model, sort.key, facts.usedAt),
  }));
  const way = sort.isDescending ? -1 : 1;
  return (
    entries
      // Firefox has toSorted since 115.
      // oxlint-disable-next-line unicorn/no-array-sort
      .sort((a, b) => {
        if (a.isPinned !== b.isPinned) return a.isPinned ? -1 : 1;
        const byName = compare(a.model.name, b.model.name);
        if (a.value === undefined || b.value === undefined)
          return Number(a.value === undefined) - Number(b.value === undefined) || byName;
        if (typeof a.value === "number" && typeof b.value === "number")
          return way * (a.value - b.value) || byName;
        return way * compare(String(a.value), String(b.value)) || byName;
      })
      .map(({ model }) => model)
  );
}

function valueOf(model: Model, key: SortKey, usedAt: OrderFacts["usedAt"]): number | string | undefined {
  if (key === "name") return model.name;
  if (key === "family") return model.family || undefined;
  if (key === "parameters") return parameterCount(model.parameterSize);
  if (key === "size") return isRemote(model) ? undefined : model.size;
  return key === "used" ? usedAt(model.name) : model.modifiedAt;
}
