import { useConnections } from "#src/state/connections.ts";
import { checkServers } from "#src/state/connection.ts";
import { useServers } from "#src/state/servers.ts";
import { Button } from "#src/ui/button.tsx";
import { useT } from "#src/ui/i18n.tsx";
import { DayLegend } from "./day-legend.tsx";
import { HealthCard } from "./health-card.tsx";

/** The page that a person who runs servers keeps open: it goes on by itself, and can be read from afar. */
export function ServerHealthPage() {
  const t = useT();
  const servers = useServers((state) => state.servers);
  const up = useConnections(
    ({ connections }) => [...connections.values()].filter(({ status }) => status === "connected").length,
  );
  return (
    <div className="h-full overflow-y-auto px-4 pt-6 pb-12">
      <header className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 className="text-title font-semibold">{t("serverHealth.pageTitle")}</h2>
        <p role="status" className="me-auto text-reading tabular-nums">
          {t("serverHealth.summaryUp", { up, servers: servers.length })}
        </p>
        <Button onClick={checkServers}>{t("serverHealth.checkAll")}</Button>
        <a href="#/connection" className="font-medium text-accent pointer-coarse:py-3">
          {t("serverHealth.servers")}
        </a>
      </header>
      <p className="facts mt-2 max-w-(--measure-wide)">{t("serverHealth.about")}</p>
      <div className="my-4">
        <DayLegend />
      </div>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,24rem),1fr))] gap-4">
        {servers.map(({ url }) => (
          <HealthCard key={url} url={url} isLarge />
        ))}
      </div>
    </div>
  );
}
