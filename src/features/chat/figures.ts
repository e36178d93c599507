type Unit = "millisecond" | "second" | "minute";

/** `40ms`, `0.6s`, `12s`, `3m 5s`: the precision that a measurement in a browser deserves. */
export function formatDuration(ms: number, locale: string): string {
  const inUnit = (value: number, unit: Unit, digits = 0) =>
    value.toLocaleString(locale, {
      style: "unit",
      unit,
      unitDisplay: "narrow",
      maximumFractionDigits: digits,
    });
  const seconds = ms / 1000;
  if (ms > 0 && ms < 100) return inUnit(Math.ceil(ms), "millisecond");
  if (seconds < 10) return inUnit(seconds, "second", 1);
  if (seconds < 60) return inUnit(Math.floor(seconds), "second");
  return `${inUnit(Math.floor(seconds / 60), "minute")} ${inUnit(Math.floor(seconds % 60), "second")}`;
}

/** Whole seconds that have passed, for a clock that ticks. */
export function formatElapsed(ms: number, locale: string): string {
  return formatDuration(Math.max(0, Math.floor(ms / 1000)) * 1000, locale);
}

/** `312`, `4,096`, `131 k`: counts of tokens. */
export function formatCount(count: number, locale: string): string {
  if (count < 10_000) return count.toLocaleString(locale);
  return `${Math.round(count / 1000).toLocaleString(locale)} k`;
}

export function formatSpeed(perSecond: number, locale: string): string {
  return perSecond.toLocaleString(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}
