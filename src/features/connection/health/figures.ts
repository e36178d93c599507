/** `6 hr 12 min`, `12 min`, `40 sec`: how long, to the precision that is worth reading. */
export function formatSpan(ms: number, locale: string): string {
  const inUnit = (value: number, unit: string): string =>
    new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "short" }).format(value);
  const minutes = Math.floor(ms / 60_000);
  if (minutes === 0) return inUnit(Math.floor(ms / 1000), "second");
  const rest = minutes % 60;
  if (minutes < 60) return inUnit(minutes, "minute");
  const hours = inUnit(Math.floor(minutes / 60), "hour");
  return rest === 0 ? hours : `${hours} ${inUnit(rest, "minute")}`;
}

/** A share from 0 to 1 as `99.2%`; cut off and not rounded, so that 100% means all of it. */
export function formatShare(share: number, locale: string): string {
  const cut = Math.floor(share * 10_000) / 10_000;
  return new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 2 }).format(cut);
}

/** `12 ms`, `1.2 sec`: how long a server took to answer. */
export function formatTook(ms: number, locale: string): string {
  const isLong = ms >= 1000;
  const options = { style: "unit", unitDisplay: "short", maximumFractionDigits: isLong ? 1 : 0 } as const;
  return new Intl.NumberFormat(locale, { ...options, unit: isLong ? "second" : "millisecond" }).format(
    isLong ? ms / 1000 : ms,
  );
}

/** A moment: the time where it is of the same day as `now`, else with its date. */
export function formatMoment(at: number, now: number, locale: string): string {
  const isToday = new Date(at).toDateString() === new Date(now).toDateString();
  return new Intl.DateTimeFormat(locale, {
    ...(isToday ? {} : { day: "numeric", month: "short" }),
    hour: "2-digit",
    minute: "2-digit",
  }).format(at);
}
