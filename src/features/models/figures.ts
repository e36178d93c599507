import { formatBytes } from "#src/core/models/size.ts";
import { inUnit } from "#src/ui/figures.ts";

/** `3 min`, `45 s`: as exact as an estimate deserves. */
export function formatLeft(seconds: number, locale: string): string {
  const unit = (value: number, name: "second" | "minute" | "hour") => inUnit(value, name, locale);
  const whole = Math.max(1, Math.ceil(seconds));
  if (whole < 60) return unit(whole, "second");
  const minutes = Math.ceil(whole / 60);
  if (minutes < 60) return unit(minutes, "minute");
  return minutes % 60 === 0
    ? unit(minutes / 60, "hour")
    : `${unit(Math.floor(minutes / 60), "hour")} ${unit(minutes % 60, "minute")}`;
}

/** `5 minutes ago`: how old a list is. */
export function formatAge(ms: number, locale: string): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: "always" });
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return format.format(-Math.max(1, Math.floor(ms / 1000)), "second");
  if (minutes < 60) return format.format(-minutes, "minute");
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? format.format(-hours, "hour") : format.format(-Math.floor(hours / 24), "day");
}

export function formatRate(bytesPerSecond: number, locale: string): string {
  return formatBytes(Math.round(bytesPerSecond), locale);
}
