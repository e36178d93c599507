import type { DayName } from "#src/core/conversation/group-by-day.ts";
import type { Translate } from "#src/ui/i18n.tsx";

export function groupTitle(name: DayName, t: Translate, locale: string): string {
  if (typeof name === "string") return t(`conversations.day.${name}`);
  return new Date(name.year, name.month - 1).toLocaleDateString(locale, { year: "numeric", month: "long" });
}
