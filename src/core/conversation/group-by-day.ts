import type { Conversation } from "./message.ts";

/** `week` and `month` are the 7 and 30 days before today; `month` of a pair counts from 1. */
export type DayName =
  | "pinned"
  | "today"
  | "yesterday"
  | "week"
  | "month"
  | { readonly year: number; readonly month: number };

export type DayGroup = { readonly name: DayName; readonly conversations: readonly Conversation[] };

const day = 86_400_000;

/**
 * Conversations by the day of their last change, newest first; pinned ones stand first, archived ones are left out.
 *
 * @param now milliseconds since 1970 UTC
 * @param timeZoneOffsetMinutes as `Date.getTimezoneOffset()` gives it: UTC minus local, so positive in the west
 */
export function groupByDay(
  conversations: readonly Conversation[],
  now: number,
  timeZoneOffsetMinutes: number,
): readonly DayGroup[] {
  const shown = conversations
    .filter(({ archived }) => !archived)
    .toSorted((a, b) => b.updatedAt - a.updatedAt || (a.id < b.id ? -1 : 1));
  const offset = timeZoneOffsetMinutes * 60_000;
  const pinned = shown.filter((conversation) => conversation.pinned);
  const groups: { name: DayName; conversations: Conversation[] }[] = [];
  if (pinned.length > 0) groups.push({ name: "pinned", conversations: pinned });
  for (const conversation of shown) {
    if (conversation.pinned) continue;
    const name = dayName(conversation.updatedAt - offset, now - offset);
    const last = groups.at(-1);
    if (last && isSame(last.name, name)) last.conversations.push(conversation);
    else groups.push({ name, conversations: [conversation] });
  }
  return groups;
}

function dayName(time: number, now: number): DayName {
  const days = Math.floor(now / day) - Math.floor(time / day);
  if (days <= 0) return "today";
  if (days === 1) return "yesterday";
  if (days <= 7) return "week";
  if (days <= 30) return "month";
  const date = new Date(time);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1 };
}

function isSame(a: DayName, b: DayName): boolean {
  if (typeof a === "string" || typeof b === "string") return a === b;
  return a.year === b.year && a.month === b.month;
}
