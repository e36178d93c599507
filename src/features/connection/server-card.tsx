import { Pencil, Trash2, Undo2 } from "lucide-react";
import type { Server } from "#src/core/connection/server.ts";
import { serverLabel } from "#src/core/connection/server.ts";
import { useAbilities } from "#src/state/abilities.ts";
import { useConnections } from "#src/state/connections.ts";
import { openForm } from "#src/state/server-draft.ts";
import { setServer } from "#src/state/server.ts";
import { isChanged, secretsOf } from "#src/state/servers.ts";
import { Button, IconButton } from "#src/ui/button.tsx";
import { classes } from "#src/ui/classes.ts";
import { useT } from "#src/ui/i18n.tsx";
import { ServerHealth } from "./health/server-health.tsx";
import { takeAway } from "./take-away.ts";
import { StateMark, stateTexts } from "./state-mark.tsx";

export type ServerCardProps = { server: Server; isInUse: boolean; isOpen: boolean; canChange: boolean };

/** One server: who it is, how it stands, and what can be done with it. */
export function ServerCard({ server, isInUse, isOpen, canChange }: ServerCardProps) {
  const t = useT();
  const name = serverLabel(server);
  const { apiKey, headers } = secretsOf(server.url);
  return (
    <li
      className={classes(
        "flex flex-col gap-2 rounded-panel border bg-raised p-3",
        isOpen ? "border-accent" : "border-line",
      )}
    >
      <div className="flex items-start gap-2.5">
        <span
          aria-hidden
          className="mt-1 size-3 shrink-0 rounded-full"
          style={{ backgroundColor: `var(--color-server-${server.color})` }}
        />
        <div className="min-w-0 flex-1">
          <h2 className="font-medium wrap-anywhere" dir="auto">
            {name}
          </h2>
          {server.name ? (
            <p className="facts wrap-anywhere" dir="ltr">
              {server.url}
            </p>
          ) : null}
          <p className="facts flex flex-wrap gap-x-2.5">
            <State url={server.url} />
            <KindFound server={server} />
            {apiKey || headers.length > 0 ? <span>{t("servers.hasKey")}</span> : null}
            {server.source === "config" ? <span>{t("servers.fromConfig")}</span> : null}
          </p>
        </div>
        {isInUse ? (
          <span className="shrink-0 rounded-control bg-accent-soft px-2 py-0.5 text-facts font-medium">
            {t("servers.inUse")}
          </span>
        ) : null}
      </div>
      <ServerHealth url={server.url} />
      <div className="flex flex-wrap items-center justify-end gap-1">
        {isInUse ? null : (
          <Button
            className="me-auto"
            aria-label={t("servers.useNamed", { name })}
            onClick={() => setServer(server.url)}
          >
            {t("servers.use")}
          </Button>
        )}
        <IconButton
          label={t("servers.editNamed", { name })}
          aria-pressed={isOpen}
          onClick={() => openForm(server.url)}
        >
          <Pencil aria-hidden />
        </IconButton>
        {canChange ? <Away server={server} name={name} /> : null}
      </div>
    </li>
  );
}

/** What the user entered can go; what the site entered goes back to what it says. */
function Away({ server, name }: { server: Server; name: string }) {
  const t = useT();
  if (server.source === "user")
    return (
      <IconButton label={`${t("servers.remove")}: ${name}`} onClick={() => takeAway(server.url)}>
        <Trash2 aria-hidden />
      </IconButton>
    );
  if (server.source === "default" || !isChanged(server.url)) return null;
  return (
    <IconButton label={`${t("servers.restore")}: ${name}`} onClick={() => takeAway(server.url)}>
      <Undo2 aria-hidden />
    </IconButton>
  );
}

function State({ url }: { url: string }) {
  const t = useT();
  const status = useConnections(({ connections }) => connections.get(url)?.status) ?? "checking";
  return (
    <span className="inline-flex items-center gap-1">
      <StateMark state={status} />
      {t(stateTexts[status])}
    </span>
  );
}

function KindFound({ server: { url, kind } }: { server: Server }) {
  const t = useT();
  const found = useAbilities(({ known }) => known.get(url)?.kind);
  const version = useConnections(({ connections }) => connections.get(url)?.version);
  const shown = kind === "auto" ? (found ?? (version ? "ollama" : "unknown")) : kind;
  return (
    <span>
      {t(`servers.kind.${shown}`)}
      {shown === "ollama" && version ? ` ${version}` : ""}
    </span>
  );
}
