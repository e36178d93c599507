import { useQuery } from "@tanstack/react-query";
import { isRemote, type Model } from "#src/core/models/model.ts";
import { sameModel } from "#src/core/models/name.ts";
import { formatBytes } from "#src/core/models/size.ts";
import { changeChatSettings } from "#src/state/chat-settings.ts";
import { useConversations } from "#src/state/conversations.ts";
import { useConnection } from "#src/state/connection.ts";
import { modelsQuery, runningQuery } from "#src/state/models.ts";
import { useServer } from "#src/state/server.ts";
import { Button } from "#src/ui/button.tsx";
import { useLocale, useT } from "#src/ui/i18n.tsx";

import { NoModels, NoServer } from "./pages.ts";

/** What stands above the composer of a new conversation: how to begin, whatever is there or missing. */
export function Welcome({ model, server }: { model: string; server: string }) {
  const t = useT();
  const inUse = useServer((state) => state.url);
  const status = useConnection((state) => state.status);
  const { data: models } = useQuery(modelsQuery(server));
  if (server === inUse && status !== "connected" && status !== "checking") return <NoServer />;
  if (models?.length === 0) return <NoModels />;
  return (
    <>
      <h2 className="text-title font-semibold">{t("chat.greeting")}</h2>
      <ChosenModel name={model} server={server} />
      <RecentModels chosen={model} models={models ?? []} />
    </>
  );
}

/** The models of the latest conversations, a click away. */
function RecentModels({ chosen, models }: { chosen: string; models: readonly Model[] }) {
  const t = useT();
  const list = useConversations((state) => state.list);
  const names = [...list.values()].toSorted((a, b) => b.updatedAt - a.updatedAt).map(({ model }) => model);
  const recent = [...new Set(names)]
    .filter((name) => !sameModel(name, chosen) && models.some((model) => sameModel(model.name, name)))
    .slice(0, 3);
  if (recent.length === 0) return null;
  return (
    <ul aria-label={t("app.recentModels")} className="mt-4 flex flex-wrap gap-2">
      {recent.map((name) => (
        <li key={name}>
          <Button onClick={() => changeChatSettings(null, { model: name })}>{name}</Button>
        </li>
      ))}
    </ul>
  );
}

function ChosenModel({ name, server }: { name: string; server: string }) {
  const t = useT();
  const locale = useLocale();
  const { data: models } = useQuery(modelsQuery(server));
  const { data: running } = useQuery(runningQuery(server));
  const model = models?.find((candidate) => sameModel(candidate.name, name));
  if (!model) return <p className="facts mt-1 min-h-4.5" />;
  const isInMemory = running?.some((candidate) => sameModel(candidate.name, name));
  const facts = [
    model.name,
    isRemote(model)
      ? t("chat.leaves")
      : model.size > 0
        ? formatBytes(model.size, locale)
        : (model.owner ?? ""),
    model.parameterSize,
    running && !isRemote(model) && model.size > 0 ? t(isInMemory ? "chat.inMemory" : "chat.notInMemory") : "",
  ];
  return <p className="facts mt-1 min-h-4.5">{facts.filter(Boolean).join(" · ")}</p>;
}
