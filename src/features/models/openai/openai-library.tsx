import { useMemo, useState } from "react";
import { filterModels } from "#src/core/models/model-filter.ts";
import type { Model } from "#src/core/models/model.ts";
import { ModelMenu } from "#src/features/models/actions/model-menu.tsx";
import { formatAge } from "#src/features/models/figures.ts";
import { formatDay } from "#src/features/models/library/format-day.ts";
import { LibraryFailed, LibraryOutline } from "#src/features/models/library/library-states.tsx";
import { useModels } from "#src/features/models/use-models.ts";
import { useServer } from "#src/state/server.ts";
import { nameOfServer, useServers } from "#src/state/servers.ts";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { ModelsFrame } from "#src/ui/models-frame.tsx";
import { SearchField } from "#src/ui/search-field.tsx";
import { NoOpenAiModels } from "./no-openai-models.tsx";

/** The models of a server that tells of each no more than a name, an owner and a time. */
export function OpenAiLibrary() {
  const view = useModels();
  return (
    <ModelsFrame current="library">
      {view.models ? (
        <Found models={view.models} age={view.isStale ? view.updatedAt : undefined} />
      ) : view.isFailed ? (
        <LibraryFailed onRetry={view.refetch} />
      ) : (
        <LibraryOutline />
      )}
    </ModelsFrame>
  );
}

function Found({ models, age }: { models: readonly Model[]; age: number | undefined }) {
  const t = useT();
  const locale = useLocale();
  const server = useServer((state) => state.url);
  const filter = useServers(({ servers }) => servers.find(({ url }) => url === server)?.modelFilter ?? "");
  const [search, setSearch] = useState("");
  const [openedAt] = useState(() => Date.now());
  const listed = useMemo(() => filterModels(models, filter), [models, filter]);
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = listed.filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)));
  if (listed.length === 0) return <NoOpenAiModels />;
  return (
    <div className="flex flex-col gap-4">
      <p className="text-muted">
        {t("servers.modelCount", { count: listed.length, name: nameOfServer(server) })}
      </p>
      {age === undefined ? null : (
        <p className="rounded-control bg-warn-soft px-3.5 py-2">
          {t("models.stale", { age: formatAge(Math.max(0, openedAt - age), locale) })}
        </p>
      )}
      <div className="flex">
        <SearchField label={t("servers.search")} value={search} onChange={setSearch} />
      </div>
      {found.length > 0 ? <Table models={found} /> : <p className="text-muted">{t("servers.noneFound")}</p>}
    </div>
  );
}

function Table({ models }: { models: readonly Model[] }) {
  const t = useT();
  const locale = useLocale();
  return (
    <table className="relative w-full border-collapse text-start">
      <thead className="max-sm:sr-only">
        <tr className="facts border-b border-line">
          <th className="py-1.5 text-start font-normal">{t("servers.model")}</th>
          <th className="py-1.5 text-start font-normal">{t("servers.owner")}</th>
          <th className="py-1.5 text-start font-normal">{t("servers.created")}</th>
          <th aria-hidden />
        </tr>
      </thead>
      <tbody>
        {models.map((model) => (
          <tr key={model.name} aria-label={model.name} className="border-b border-line">
            <td className="py-2 pe-3">
              <a
                href={`#/models/${encodeURIComponent(model.name)}`}
                dir="ltr"
                className="font-medium wrap-anywhere hover:underline"
              >
                {model.name}
              </a>
              <p aria-hidden className="facts sm:hidden">
                {[model.owner, created(model, locale)].filter(Boolean).join(" · ")}
              </p>
            </td>
            <td className="facts py-2 pe-3 max-sm:sr-only" dir="ltr">
              {model.owner}
            </td>
            <td className="facts py-2 pe-3 max-sm:sr-only">{created(model, locale)}</td>
            <td className="w-10 py-1 text-end">
              <ModelMenu model={model} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function created({ modifiedAt }: Model, locale: string): string {
  return modifiedAt > 0 ? formatDay(modifiedAt, locale) : "";
}
