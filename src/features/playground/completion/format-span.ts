import { inUnit } from "#src/ui/figures.ts";

/** `1.3 ms`, `42 ms`, `1.25 sec`, `75.2 sec`: as exact as the server's own figures are worth. */
export function formatSpan(ms: number, locale: string): string {
  const isShort = ms < 1000;
  const value = isShort ? ms : ms / 1000;
  const digits = value < 10 ? (isShort ? 1 : 2) : value < 100 && !isShort ? 1 : 0;
  return inUnit(value, isShort ? "millisecond" : "second", locale, digits);
}
