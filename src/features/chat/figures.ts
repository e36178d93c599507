/** `0.6 s`, `12 s`, `3 min 5 s`: the precision that a measurement in a browser deserves. */
export function formatDuration(ms: number, locale: string): string {
  const seconds = ms / 1000;
  const unit = (value: number, name: "second" | "minute", digits: number) =>
    value.toLocaleString(locale, { style: "unit", unit: name, unitDisplay: "short", maximumFractionDigits: digits });
  if (seconds < 10) return unit(seconds, "second", 1);
  if (seconds < 60) return unit(Math.floor(seconds), "second", 0);
  const minutes = Math.floor(seconds / 60);
  return `${unit(minutes, "minute", 0)} ${unit(Math.floor(seconds - minutes * 60), "second", 0)}`;
}

/** Whole seconds that have passed, for a clock that ticks. */
export function formatElapsed(ms: number, locale: string): string {
  return formatDuration(Math.max(0, Math.floor(ms / 1000)) * 1000, locale);
}

/** `312`, `1.9k`: counts of tokens. */
export function formatCount(count: number, locale: string): string {
  if (count < 1000) return count.toLocaleString(locale);
  return `${(count / 1000).toLocaleString(locale, { maximumFractionDigits: count < 10_000 ? 1 : 0 })} k`;
}

export function formatSpeed(perSecond: number, locale: string): string {
  return perSecond.toLocaleString(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}
