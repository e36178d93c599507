import type { Model } from "./model.ts";

export type LibraryFilter = {
  /** Words that must all stand somewhere in what is known of a model. */
  readonly search: string;
  /** `""` for all. */
  readonly family: string;
  /** A model must have each of them. */
  readonly capabilities: readonly string[];
  /** Only these; absent for all. */
  readonly names?: ReadonlySet<string> | undefined;
};

/**
 * Makes a filter for many uses: what is searched in is put together once a model, not once a key. It gives the same set as the
 * time before where it finds the same.
 */
export function createModelFilter(models: readonly Model[]): (filter: LibraryFilter) => ReadonlySet<string> {
  const entries = models.map((model) => ({ model, text: textOf(model) }));
  let last: ReadonlySet<string> = new Set();
  return ({ search, family, capabilities, names }) => {
    const words = search.toLowerCase().split(/\s+/).filter(Boolean);
    const found = new Set<string>();
    for (const { model, text } of entries) {
      const isFound =
        (family === "" || model.family === family) &&
        (names?.has(model.name) ?? true) &&
        capabilities.every((capability) => model.capabilities?.includes(capability)) &&
        words.every((word) => text.includes(word));
      if (isFound) found.add(model.name);
    }
    const isSame = found.size === last.size && [...found].every((name) => last.has(name));
    if (!isSame) last = found;
    return last;
  };
}

/** How many models have each value, the most frequent first; ties by the value. */
export function countsOf(
  models: readonly Model[],
  valuesOf: (model: Model) => readonly string[],
): readonly (readonly [value: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const model of models)
    for (const value of valuesOf(model)) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
  // Firefox has toSorted since 115.
  // oxlint-disable-next-line unicorn/no-array-sort
  return [...counts].sort(([a, some], [b, others]) => others - some || a.localeCompare(b));
}

function textOf({ name, family, parameterSize, quantization, capabilities = [] }: Model): string {
  return [name, family, parameterSize, quantization, ...capabilities].join(" ").toLowerCase();
}
