import type { ServerDay } from "#src/core/connection/server-day.ts";
import type { ConnectionState } from "#src/core/connection/finding.ts";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { formatMoment } from "./figures.ts";

/** Since when the state of now holds; empty where that is not the one that was kept last. */
export function useSinceText({ since, samples, to }: ServerDay, status: ConnectionState): string {
  const t = useT();
  const locale = useLocale();
  if (!since || samples.at(-1)?.state !== status) return "";
  const time = formatMoment(since.at, to, locale);
  return t(since.isChange ? "serverHealth.since" : "serverHealth.sinceAtLeast", { time });
}
