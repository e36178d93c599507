import { Plus } from "lucide-react";
import { useConfig } from "#src/state/config.ts";
import { newForm, openForm } from "#src/state/server-draft.ts";
import { useServer } from "#src/state/server.ts";
import { useServers } from "#src/state/servers.ts";
import { Button } from "#src/ui/button.tsx";
import { useT } from "#src/ui/i18n.tsx";
import { ServerCard } from "./server-card.tsx";

/** All servers, which one is in use, and a way to more; `open` is the one whose form is shown. */
export function ServerList({ open }: { open: string }) {
  const t = useT();
  const servers = useServers((state) => state.servers);
  const inUse = useServer((state) => state.url);
  const canChange = useConfig((state) => state.config.allowServerChanges);
  return (
    <section aria-label={t("servers.title")} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end justify-between gap-2">
        <p className="min-w-0 flex-1 basis-56 text-muted">{t("servers.about")}</p>
        {canChange ? (
          <Button aria-pressed={open === newForm} onClick={() => openForm(newForm)}>
            <Plus aria-hidden className="size-4" />
            {t("servers.add")}
          </Button>
        ) : null}
      </div>
      <ul className="grid gap-3 sm:grid-cols-2">
        {servers.map((server) => (
          <ServerCard
            key={server.url}
            server={server}
            isInUse={server.url === inUse}
            isOpen={server.url === open}
            canChange={canChange}
          />
        ))}
      </ul>
    </section>
  );
}
