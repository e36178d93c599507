import { ChevronDown } from "lucide-react";
import { useEffect } from "react";
import { byRule } from "#src/core/connection/choose-server.ts";
import { plainServer, serverLabel } from "#src/core/connection/server.ts";
import { speedOf, watchMemory } from "#src/state/choose-server.ts";
import { type ServerList, useFleet } from "#src/state/fleet.ts";
import { knownKey } from "#src/core/models/known-key.ts";
import { useServers } from "#src/state/servers.ts";
import { Button } from "#src/ui/button.tsx";
import { formatSpeed } from "#src/ui/figures.ts";
import { type Translate, useLocale, useT } from "#src/ui/i18n.tsx";
import { Menu, MenuChoice } from "#src/ui/menu.tsx";
import { ServerMark } from "#src/ui/server-mark.tsx";

export type ServerMenuProps = {
  model: string;
  /** An address, or `byRule`; absent for the server in use. */
  choice: string | undefined;
  /** The address that this comes to now. */
  asked: string;
  onChange: (server: string) => void;
};

/** Where the chosen model is asked: on a server of the user's choice, or on the one that the rule finds. */
export function ServerMenu({ model, choice, asked, onChange }: ServerMenuProps) {
  const t = useT();
  const servers = useServers((state) => state.servers);
  const known = (url: string) => servers.find((server) => server.url === url);
  const server = known(asked) ?? plainServer(asked, "user");
  const name = serverLabel(server);
  const isAway = useFleet(({ lists }) => lists.some((list) => list.server.url === asked && list.isDown));
  const isByRule = choice === byRule;
  const gone =
    choice === undefined || isByRule || known(choice) ? undefined : serverLabel(plainServer(choice, "user"));
  const label = gone
    ? t("choice.labelGone", { server: name, gone })
    : t(isByRule ? "choice.labelByRule" : "choice.label", { server: name });
  return (
    <Menu
      trigger={
        <Button
          look="quiet"
          aria-label={isAway ? `${label}, ${t("choice.away")}` : label}
          title={label}
          className="min-w-0 shrink! gap-1.5 px-2 font-normal"
        >
          <ServerMark server={server} isAway={isAway} className="max-w-36" />
          {isByRule ? <span className="facts max-sm:hidden">{t("choice.byRuleShort")}</span> : null}
          {gone ? <span className="facts truncate text-warn">{t("choice.instead", { gone })}</span> : null}
          {isAway ? <span className="facts truncate text-warn max-sm:hidden">{t("choice.away")}</span> : null}
          <ChevronDown aria-hidden className="size-3.5 shrink-0" />
        </Button>
      }
    >
      <Choices model={model} value={isByRule ? byRule : asked} asked={asked} onChange={onChange} />
    </Menu>
  );
}

type ChoicesProps = { model: string; value: string; asked: string; onChange: (server: string) => void };

function Choices({ model, value, asked, onChange }: ChoicesProps) {
  const t = useT();
  const locale = useLocale();
  const lists = useFleet((state) => state.lists);
  const key = knownKey(model);
  const having = lists.filter(
    ({ server, models }) => server.url === asked || models?.some(({ name }) => knownKey(name) === key),
  );
  useEffect(() => watchMemory(), []);
  return (
    <MenuChoice
      label={t("choice.server")}
      value={value}
      options={[
        { value: byRule, label: t("choice.byRule"), hint: t("choice.rule") },
        ...having.map((list) => ({
          value: list.server.url,
          label: serverLabel(list.server),
          hint: hintOf(list, key, t, locale),
        })),
      ]}
      onChange={onChange}
    />
  );
}

/** What the rule goes by. */
function hintOf(
  { server, models, isDown, inMemory }: ServerList,
  key: string,
  t: Translate,
  locale: string,
): string {
  if (isDown) return t("choice.away");
  if (models && !models.some(({ name }) => knownKey(name) === key)) return t("models.notInstalled");
  const speed = speedOf(server.url, key);
  return [
    inMemory.has(key) ? t("models.inMemory") : "",
    speed === undefined ? "" : t("chat.speed", { speed: formatSpeed(speed, locale) }),
  ]
    .filter(Boolean)
    .join(" · ");
}
