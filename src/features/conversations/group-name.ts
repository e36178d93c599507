import type { DayName } from "#src/core/conversation/group-by-day.ts";
import type { Translate } from "#src/ui/i18n.tsx";

/** The heading of a group; months of this year without the year. */
export function groupName(name: DayName, now: number, locale: string, t: Translate): string {
  if (typeof name === "string") return t(`conversations.day.${name}`);
  const isThisYear = new Date(now).getFullYear() === name.year;
  const format = new Intl.DateTimeFormat(locale, {
    month: "long",
    ...(isThisYear ? {} : { year: "numeric" }),
  });
  const text = format.format(new Date(name.year, name.month - 1, 15));
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}

export function groupKey(name: DayName): string {
  return typeof name === "string" ? name : `${name.year}-${name.month}`;
}
