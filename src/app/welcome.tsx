import { useQuery } from "@tanstack/react-query";
import { Suspense } from "react";
import { isRemote } from "#src/core/models/model.ts";
import { sameModel } from "#src/core/models/name.ts";
import { NoModels } from "#src/features/models/no-models.tsx";
import { formatBytes } from "#src/core/models/size.ts";
import { useConnection } from "#src/state/connection.ts";
import { modelsQuery, runningQuery } from "#src/state/models.ts";
import { useServer } from "#src/state/server.ts";
import { useLocale, useT } from "#src/ui/i18n.tsx";

import { NoServer } from "./pages.ts";

/** What stands above the composer of a new conversation: how to begin, whatever is there or missing. */
export function Welcome({ model }: { model: string }) {
  const t = useT();
  const server = useServer((state) => state.url);
  const status = useConnection((state) => state.status);
  const { data: models } = useQuery(modelsQuery(server));
  if (status !== "connected" && status !== "checking") {
    return (
      <Suspense fallback={null}>
        <NoServer />
      </Suspense>
    );
  }
  if (models?.length === 0) return <NoModels />;
  return (
    <>
      <h2 className="text-title font-semibold">{t("chat.greeting")}</h2>
      <ChosenModel name={model} />
    </>
  );
}

function ChosenModel({ name }: { name: string }) {
  const t = useT();
  const locale = useLocale();
  const server = useServer((state) => state.url);
  const { data: models } = useQuery(modelsQuery(server));
  const { data: running } = useQuery(runningQuery(server));
  const model = models?.find((candidate) => sameModel(candidate.name, name));
  if (!model) return <p className="facts mt-1 min-h-4.5" />;
  const isInMemory = running?.some((candidate) => sameModel(candidate.name, name));
  const facts = [
    model.name,
    isRemote(model) ? t("chat.leaves") : formatBytes(model.size, locale),
    model.parameterSize,
    running && !isRemote(model) ? t(isInMemory ? "chat.inMemory" : "chat.notInMemory") : "",
  ];
  return <p className="facts mt-1 min-h-4.5">{facts.filter(Boolean).join(" · ")}</p>;
}
