import type { TableRow } from "mdast";
import { cellText } from "./table-text.ts";

const scales: Record<string, number> = {
  "": 1,
  "%": 0.01,
  "‰": 0.001,
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mio: 1e6,
  million: 1e6,
  g: 1e9,
  bn: 1e9,
  b: 1e9,
  billion: 1e9,
  t: 1e12,
  trillion: 1e12,
  bytes: 1,
  byte: 1,
  kb: 1e3,
  mb: 1e6,
  gb: 1e9,
  tb: 1e12,
  pb: 1e15,
  kib: 2 ** 10,
  mib: 2 ** 20,
  gib: 2 ** 30,
  tib: 2 ** 40,
  pib: 2 ** 50,
};
const money = /(?:[A-Z]{2,3})?[\p{Sc}]|\b(?:USD|EUR|GBP|JPY|CNY|RMB|RUB|CHF|INR|KRW)\b|(?:руб\.?|元|円)/gu;
const isoDate = /^\d{4}-\d{2}(?:-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?)?$/;
const measure = /^([+-]?)((?:\d[\d.,]*)?\d|\.\d+)(e[+-]?\d+)?( ?)([a-z%‰]*)$/i;
const blank = /^(?:[-–—?.]*|n\/?a|none|null|нет|无)$/i;

/** Digits with the separators of any language: of two kinds the last is the decimal one, a single comma parts thousands. */
function digitsOf(text: string): number {
  const comma = text.lastIndexOf(",");
  const dot = text.lastIndexOf(".");
  if (comma >= 0 && dot >= 0) {
    const decimal = Math.max(comma, dot);
    return Number(`${text.slice(0, decimal).replaceAll(/[.,]/g, "")}.${text.slice(decimal + 1)}`);
  }
  if (/^\d{1,3}(?:,\d{3})+$/.test(text) || /^\d{1,3}(?:\.\d{3}){2,}$/.test(text)) {
    return Number(text.replaceAll(/[.,]/g, ""));
  }
  return Number(text.replace(",", "."));
}

/**
 * What a cell counts for: numbers in any notation, prices, percentages, sizes (`4.7 GB`, `512 MiB`, `7B`, `1.5k`) and ISO
 * dates. Undefined for text.
 */
export function cellValue(text: string): number | undefined {
  if (isoDate.test(text)) {
    const time = Date.parse(text.replace(" ", "T"));
    return Number.isNaN(time) ? undefined : time;
  }
  const plain = text
    .replaceAll(money, "")
    .replaceAll("−", "-")
    .replace(/^\s*[~≈]\s*/, "")
    .replaceAll(/(?<=\d)[\s\u00A0\u202F'’](?=\d{3}(?!\d))/g, "")
    .replaceAll(/\s+/g, " ")
    .replace(/^([+-]) /, "$1")
    .trim();
  const [, sign, digits = "", power = "", space, unit = ""] = measure.exec(plain) ?? [];
  if (digits === "") return undefined;
  // "512 B" is a size, "7B" a count.
  const scale = space === " " && unit === "B" ? 1 : scales[unit.toLowerCase()];
  if (scale === undefined) return undefined;
  const value = Number(`${digitsOf(digits)}${power}`) * scale;
  return Number.isNaN(value) ? undefined : value * (sign === "-" ? -1 : 1);
}

interface SortKey {
  readonly rank: 0 | 1 | 2;
  readonly value: number;
  readonly text: string;
}

const keys = new WeakMap<TableRow, Map<number, SortKey>>();

function keyOf(row: TableRow, column: number): SortKey {
  const known = keys.get(row) ?? new Map<number, SortKey>();
  keys.set(row, known);
  let key = known.get(column);
  if (!key) {
    const text = cellText(row.children[column]);
    const value = cellValue(text);
    if (value !== undefined) key = { rank: 0, value, text };
    else key = { rank: blank.test(text) ? 2 : 1, value: 0, text };
    known.set(column, key);
  }
  return key;
}

export interface TableOrder {
  readonly column: number;
  readonly isDescending: boolean;
}

/**
 * The places of `rows` in the order of a column: values by size, then texts in the order of `locale`, then what is empty or
 * says so, in either direction. Rows that count the same keep their order.
 */
export function sortRows(
  rows: readonly TableRow[],
  { column, isDescending }: TableOrder,
  locale: string,
): readonly number[] {
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: "base" });
  const turn = isDescending ? -1 : 1;
  const found = rows.map((row, place) => ({ place, key: keyOf(row, column) }));
  found.sort(({ key: one }, { key: other }) => {
    if (one.rank === 2 || other.rank === 2) return Number(one.rank === 2) - Number(other.rank === 2);
    if (one.rank !== other.rank) return turn * (one.rank - other.rank);
    return turn * (one.rank === 0 ? one.value - other.value : collator.compare(one.text, other.text));
  });
  return found.map(({ place }) => place);
}
