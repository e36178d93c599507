import { useT } from "#src/ui/i18n.tsx";
import { nameOfServer } from "#src/state/servers.ts";
import { DayPicture } from "./day-picture.tsx";
import { useDaySummary } from "./use-day-summary.ts";
import { useServerDay } from "./use-server-day.ts";

/** The last 24 hours of a server in a line, for a list of servers; its text is what a screen reader reads. */
export function ServerHealth({ url }: { url: string }) {
  const t = useT();
  const day = useServerDay(url);
  const summary = useDaySummary(day);
  const label = `${t("serverHealth.strip", { name: nameOfServer(url) })}. ${summary}`;
  return (
    <div role="img" aria-label={label} title={summary}>
      <DayPicture day={day} className="h-4 w-full" />
    </div>
  );
}
