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
  if (unit === undefined || size === undefined) return `${new Intl.NumberFormat(locale).format(bytes)} B`;
  const value = bytes / size;
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit,
    unitDisplay: "short",
    maximumFractionDigits: 1,
  }).format(value >= 10 ? Math.trunc(value) : value);
}
