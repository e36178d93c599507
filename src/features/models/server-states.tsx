import { useState } from "react";
import { serverLabel } from "#src/core/connection/server.ts";
import { askAgain } from "#src/state/choose-server.ts";
import { useConnections } from "#src/state/connections.ts";
import type { ServerList } from "#src/state/fleet.ts";
import { Button } from "#src/ui/button.tsx";
import { type Translate, useLocale, useT } from "#src/ui/i18n.tsx";
import { formatAge } from "./figures.ts";

/** What there is to say of the servers whose lists are old or missing, a line each. */
export function ServerStates({ lists }: { lists: readonly ServerList[] }) {
  const t = useT();
  const locale = useLocale();
  const [openedAt] = useState(() => Date.now());
  const connections = useConnections((state) => state.connections);
  const wantsKey = ({ server }: ServerList) => connections.get(server.url)?.status === "needs a key";
  const notable = lists.filter(({ isDown, models }) => isDown || models === undefined);
  if (notable.length === 0) return null;
  return (
    <ul
      aria-label={t("choice.states")}
      className="facts max-h-24 shrink-0 overflow-y-auto border-t border-line bg-warn-soft"
    >
      {notable.map((list) => (
        <li key={list.server.url} className="flex items-center gap-2 py-1 ps-3.5 pe-1">
          <span className="min-w-0 flex-1 wrap-anywhere">
            {wantsKey(list)
              ? t("choice.wantsKey", { server: serverLabel(list.server) })
              : stateText(list, openedAt, t, locale)}
          </span>
          {wantsKey(list) ? (
            <a href="#/connection" className="px-2 py-1 font-medium text-accent">
              {t("models.toConnection")}
            </a>
          ) : list.isDown ? (
            <Button
              look="quiet"
              className="px-2!"
              disabled={list.isAsked}
              aria-label={t("choice.retry", { server: serverLabel(list.server) })}
              onClick={() => askAgain(list.server.url)}
            >
              {t("models.retry")}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function stateText(
  { server, models, updatedAt, isDown }: ServerList,
  now: number,
  t: Translate,
  locale: string,
): string {
  const name = serverLabel(server);
  if (!isDown) return t("choice.asking", { server: name });
  if (!models) return t("choice.never", { server: name });
  return t("choice.stale", { server: name, age: formatAge(Math.max(0, now - updatedAt), locale) });
}
