import { useServers } from "#src/state/servers.ts";
import { useT } from "#src/ui/i18n.tsx";
import { DayLegend } from "./day-legend.tsx";
import { HealthCard } from "./health-card.tsx";

/** How all servers stand and stood, for the page about them. */
export function HealthSection() {
  const t = useT();
  const servers = useServers((state) => state.servers);
  return (
    <section aria-label={t("serverHealth.title")} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h2 className="text-reading font-semibold">{t("serverHealth.title")}</h2>
        <a href="#/connection/health" className="font-medium text-accent pointer-coarse:py-3">
          {t("serverHealth.open")}
        </a>
      </div>
      <DayLegend />
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,22rem),1fr))] gap-4">
        {servers.map(({ url }) => (
          <HealthCard key={url} url={url} />
        ))}
      </div>
    </section>
  );
}
