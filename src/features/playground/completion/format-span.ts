/** `1.3ms`, `42ms`, `1.25s`, `75.2s`: as exact as the server's own figures are worth. */
export function formatSpan(ms: number, locale: string): string {
  const isShort = ms < 1000;
  const value = isShort ? ms : ms / 1000;
  return value.toLocaleString(locale, {
    style: "unit",
    unit: isShort ? "millisecond" : "second",
    unitDisplay: "narrow",
    maximumFractionDigits: value < 10 ? (isShort ? 1 : 2) : value < 100 && !isShort ? 1 : 0,
  });
}
