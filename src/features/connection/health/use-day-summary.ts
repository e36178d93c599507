import type { ServerDay } from "#src/core/connection/server-day.ts";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { formatShare, formatSpan } from "./figures.ts";

/** The last 24 hours in a sentence. */
export function useDaySummary({ uptime, outages }: ServerDay): string {
  const t = useT();
  const locale = useLocale();
  if (uptime.share === undefined) return t("serverHealth.stripNothing");
  return t("serverHealth.stripSays", {
    share: formatShare(uptime.share, locale),
    time: formatSpan(uptime.watchedMs, locale),
    outages,
  });
}
