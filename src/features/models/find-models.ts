import { canChat, type Model } from "#src/core/models/model.ts";

/**
 * The models that can be chosen for a conversation: pinned ones first, then the latest; ties by name, which the server orders anew
 * each time.
 */
export function offeredModels(models: readonly Model[], pinned: readonly string[]): readonly Model[] {
  const able = models.filter(canChat);
  const rank = ({ name }: Model) => Number(pinned.includes(name));
  // Firefox has toSorted since 115.
  // oxlint-disable-next-line unicorn/no-array-sort
  return able.sort(
    (a, b) => rank(b) - rank(a) || b.modifiedAt - a.modifiedAt || a.name.localeCompare(b.name),
  );
}

/** Those that have every word of a search somewhere in what is shown of them. */
export function findModels(models: readonly Model[], search: string): readonly Model[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return models;
  return models.filter((model) => {
    const text = textOf(model);
    return words.every((word) => text.includes(word));
  });
}

function textOf({ name, family, parameterSize, quantization, capabilities = [] }: Model): string {
  return [name, family, parameterSize, quantization, ...capabilities].join(" ").toLowerCase();
}
