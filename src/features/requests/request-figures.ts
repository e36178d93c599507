import { formatDuration } from "#src/ui/figures.ts";

const milliseconds = new Map<string, Intl.NumberFormat>();

/** Times as exact as they were measured: `1,234 ms`, and from ten seconds on `12s`. */
export function preciseTime(ms: number, locale: string): string {
  if (ms >= 10_000) return formatDuration(ms, locale);
  let format = milliseconds.get(locale);
  if (!format) {
    format = new Intl.NumberFormat(locale, {
      style: "unit",
      unit: "millisecond",
      unitDisplay: "short",
      maximumFractionDigits: 1,
    });
    milliseconds.set(locale, format);
  }
  return format.format(ms < 10 ? ms : Math.round(ms));
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** `14:05:09`, as the language writes it. */
export function clockTime(time: number, locale: string): string {
  let clock = clocks.get(locale);
  if (!clock) {
    clock = new Intl.DateTimeFormat(locale, { timeStyle: "medium" });
    clocks.set(locale, clock);
  }
  return clock.format(time);
}

/** The next round number above, for a scale that seldom changes: 1, 2 or 5 times a power of ten. */
export function roundScale(ms: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, ms)));
  return power * ([1, 2, 5, 10].find((step) => step * power >= ms) ?? 10);
}
