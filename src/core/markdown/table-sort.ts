import type { TableRow } from "mdast";
import { dateValue } from "./date-value.ts";
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
  тыс: 1e3,
  млн: 1e6,
  млрд: 1e9,
  трлн: 1e12,
  千: 1e3,
  万: 1e4,
  亿: 1e8,
  bytes: 1,
  byte: 1,
  kb: 1e3,
  mb: 1e6,
  gb: 1e9,
  tb: 1e12,
  pb: 1e15,
  кб: 1e3,
  мб: 1e6,
  гб: 1e9,
  тб: 1e12,
  kib: 2 ** 10,
  mib: 2 ** 20,
  gib: 2 ** 30,
  tib: 2 ** 40,
  pib: 2 ** 50,
  kbps: 1e3,
  mbps: 1e6,
  gbps: 1e9,
  tbps: 1e12,
  ns: 1e-9,
  µs: 1e-6,
  μs: 1e-6,
  us: 1e-6,
  ms: 1e-3,
  min: 60,
  mins: 60,
  minute: 60,
  minutes: 60,
  h: 3600,
  мс: 1e-3,
  мин: 60,
  ч: 3600,
  hr: 3600,
  hrs: 3600,
  hour: 3600,
  hours: 3600,
  day: 86_400,
  days: 86_400,
  week: 604_800,
  weeks: 604_800,
  month: 2_629_746,
  months: 2_629_746,
  year: 31_556_952,
  years: 31_556_952,
  yr: 31_556_952,
  yrs: 31_556_952,
  // Years before the first.
  bc: -1,
  bce: -1,
  mm: 1e-3,
  cm: 1e-2,
  km: 1e3,
  мм: 1e-3,
  см: 1e-2,
  км: 1e3,
  ft: 0.3048,
  mi: 1609.344,
  mile: 1609.344,
  miles: 1609.344,
  mg: 1e-3,
  kg: 1e3,
  мг: 1e-3,
  кг: 1e3,
  oz: 28.349_523,
  lb: 453.592_37,
  lbs: 453.592_37,
  ml: 1e-3,
  cl: 1e-2,
  dl: 1e-1,
  mW: 1e-3,
  kw: 1e3,
  mw: 1e6,
  gw: 1e9,
  kwh: 1e3,
  mwh: 1e6,
  gwh: 1e9,
  khz: 1e3,
  mhz: 1e6,
  ghz: 1e9,
};
/** Units of their own, where they would else be short for a power of ten: "512 B" is a size, "7B" a count. */
const units = { afterSpace: /^[Bmg]$/, afterDigit: /^g$/ };
const money = /(?:[A-Z]{2,3})?[\p{Sc}]|\b(?:USD|EUR|GBP|JPY|CNY|RMB|RUB|CHF|INR|KRW)\b|(?:руб\.?|元|円)/gu;
/** A number with its unit and with words behind it, but no further number. */
const measure = /^([+-]?)((?:\d[\d.,]*)?\d|\.\d+)(e[+-]?\d+)?( ?)([\p{L}%‰]*)\D*$/iu;
/** From a number to another, where a unit or an amount says that it is no score and no name. */
const range = /^([+-]?[\d.,]*\d)( ?[\p{L}%‰]*) ?(?:[-–—~]|to) ?[\d.,]*\d( ?[\p{L}%‰]*)(\D*)$/u;
const noRange = /^\d+-\d+$|\de-\d/i;
/** What is said beside a number: in brackets, or after a stroke that stands alone. */
const aside = /(?:\([^()]*\)| \/ .*)$/;
/** What is longer is text. */
const longest = 100;
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
 * What a cell counts for: numbers in any notation, prices, percentages, sizes (`4.7 GB`, `512 MiB`, `7B`, `1.5k`), times
 * (`900 ms`, `2 h`), numbers of anything else (`1,200 apples`) and dates; a range (`$500–$800`) for where it begins.
 * Undefined for text.
 */
export function cellValue(text: string): number | undefined {
  if (text.length > longest) return undefined;
  const date = dateValue(text);
  if (date !== undefined) return date;
  const plain = text
    .replace(aside, "")
    .replaceAll(money, "")
    .replaceAll("−", "-")
    .replace(/^\s*[~≈<>≤≥]\s*/, "")
    .replaceAll(/(?<=\d)[\s\u00A0\u202F'’](?=\d{3}(?!\d))/g, "")
    .replaceAll(/\s+/g, " ")
    .replace(/^([+-]) /, "$1")
    .trim();
  const [, from = "", ownUnit = "", sharedUnit = "", rest = ""] =
    (!noRange.test(text) && range.exec(plain)) || [];
  const counted = from === "" ? plain : from + (ownUnit.trim() === "" ? sharedUnit : ownUnit) + rest;
  const [, sign, digits = "", power = "", space, unit = ""] = measure.exec(counted) ?? [];
  if (digits === "") return undefined;
  const isUnit = (space === " " ? units.afterSpace : units.afterDigit).test(unit);
  const scale = isUnit ? 1 : (scales[unit] ?? scales[unit.toLowerCase()] ?? 1);
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
