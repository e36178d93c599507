const formats = new Map<string, Intl.NumberFormat>();

/** Making a formatter costs more than a frame has room for, so each is made once. */
function formatNumber(value: number, locale: string, options: Intl.NumberFormatOptions = {}): string {
  const key = `${locale} ${JSON.stringify(options)}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale, options);
    formats.set(key, format);
  }
  return format.format(value);
}

/** `17 ms`, `3 min`: a value with its unit, as the language shortens it. */
export function inUnit(value: number, unit: string, locale: string, digits = 0): string {
  const options = { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: digits } as const;
  return formatNumber(value, locale, options);
}

/** `40 ms`, `0.6 sec`, `12 sec`, `3 min 5 sec`: the precision that a measurement in a browser deserves. */
export function formatDuration(ms: number, locale: string): string {
  const seconds = ms / 1000;
  if (ms > 0 && ms < 100) return inUnit(Math.ceil(ms), "millisecond", locale);
  if (seconds < 10) return inUnit(seconds, "second", locale, 1);
  if (seconds < 60) return inUnit(Math.floor(seconds), "second", locale);
  return `${inUnit(Math.floor(seconds / 60), "minute", locale)} ${inUnit(Math.floor(seconds % 60), "second", locale)}`;
}

/** Whole seconds that have passed, for a clock that ticks. */
export function formatElapsed(ms: number, locale: string): string {
  return formatDuration(Math.max(0, Math.floor(ms / 1000)) * 1000, locale);
}

/** `12,345`: every digit. */
export function formatWhole(count: number, locale: string): string {
  return formatNumber(count, locale);
}

/** `312`, `4,096`, `131 k`: counts of tokens. */
export function formatCount(count: number, locale: string): string {
  return count < 10_000 ? formatNumber(count, locale) : `${formatNumber(Math.round(count / 1000), locale)} k`;
}

export function formatSpeed(perSecond: number, locale: string): string {
  return formatNumber(perSecond, locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** `14:05`, as the language writes it. */
export function formatClock(time: Date, locale: string): string {
  let clock = clocks.get(locale);
  if (!clock) {
    clock = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit" });
    clocks.set(locale, clock);
  }
  return clock.format(time);
}
