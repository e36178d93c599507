import type { ServerDay } from "#src/core/connection/server-day.ts";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { formatShare, formatSpan } from "./figures.ts";

/** A share of less time than this, in milliseconds, says nothing. */
export const tellingMs = 60_000;

/** The last 24 hours in a sentence. */
export function useDaySummary({ uptime, outages }: ServerDay): string {
  const t = useT();
  const locale = useLocale();
  if (uptime.watchedMs === 0) return t("serverHealth.stripNothing");
  if (uptime.share === undefined || uptime.watchedMs < tellingMs) return t("serverHealth.stripShort");
  return t("serverHealth.stripSays", {
    share: formatShare(uptime.share, locale),
    time: formatSpan(uptime.watchedMs, locale),
    outages,
  });
}
