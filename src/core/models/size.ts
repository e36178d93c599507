const units = [
  ["terabyte", 1e12],
  ["gigabyte", 1e9],
  ["megabyte", 1e6],
  ["kilobyte", 1e3],
] as const;

/**
 * Bytes as `ollama list` shows them (format/bytes.go): decimal units, one decimal below ten, whole numbers cut off above.
 * `locale` is a BCP 47 tag.
 */
export function formatBytes(bytes: number, locale: string): string {
  const [unit, size] = units.find(([, least]) => bytes >= least) ?? [];
  if (unit === undefined || size === undefined) return `${formatOf(locale).format(bytes)} B`;
  const value = bytes / size;
  return formatOf(locale, unit).format(value >= 10 ? Math.trunc(value) : value);
}

const formats = new Map<string, Intl.NumberFormat>();

/** A formatter costs more than a row of a long list may, so each is made once. */
function formatOf(locale: string, unit?: string): Intl.NumberFormat {
  const key = `${locale} ${unit}`;
  let format = formats.get(key);
  if (!format) {
    const inUnit = { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: 1 } as const;
    format = new Intl.NumberFormat(locale, unit === undefined ? {} : inUnit);
    formats.set(key, format);
  }
  return format;
}
