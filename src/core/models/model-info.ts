import type { ModelInfo } from "./show.ts";

/** One line of metadata. `group` is what stands before the first dot of its key. */
export type InfoRow = {
  readonly key: string;
  readonly group: string;
  /** The whole value as text; empty for what was not asked for. */
  readonly text: string;
  /** How many values an array has. */
  readonly count?: number;
  /** An array that the server leaves out unless it is asked for everything. */
  readonly isHidden: boolean;
};

/** Longest array that is written out in its row, in values. */
const shortArray = 8;

/** Metadata as rows: the general ones first, then by group and key. */
export function infoRows(info: ModelInfo): readonly InfoRow[] {
  const rows = Object.entries(info).map(([key, value]): InfoRow => {
    const group = key.includes(".") ? key.slice(0, key.indexOf(".")) : "";
    const isHidden = value === null;
    if (!Array.isArray(value)) return { key, group, text: isHidden ? "" : textOf(value), isHidden };
    const text = value.slice(0, shortArray).map(textOf).join(", ");
    return {
      key,
      group,
      text: value.length > shortArray ? `${text}, …` : text,
      count: value.length,
      isHidden,
    };
  });
  // Firefox has toSorted since 115.
  // oxlint-disable-next-line unicorn/no-array-sort
  return rows.sort((a, b) => rank(a) - rank(b) || compare(a.group, b.group) || compare(a.key, b.key));
}

/** The rows whose key or value has every word of a search. */
export function findInfo(rows: readonly InfoRow[], search: string): readonly InfoRow[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter(({ key, text }) => {
    const all = `${key} ${text}`.toLowerCase();
    return words.every((word) => all.includes(word));
  });
}

/** One value of metadata as text. */
export function textOf(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}

/** A positive number under the architecture's own prefix; undefined for none. */
export function architectureNumber(info: ModelInfo, key: string): number | undefined {
  const value = architectureValue(info, key);
  return typeof value === "number" && value > 0 ? value : undefined;
}

/** A value under the architecture's own prefix, as `llama` in `llama.block_count`. */
export function architectureValue(info: ModelInfo, key: string): unknown {
  return info[`${String(info["general.architecture"])}.${key}`];
}

function rank({ group }: InfoRow): number {
  return group === "general" ? 0 : group === "tokenizer" ? 2 : 1;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
