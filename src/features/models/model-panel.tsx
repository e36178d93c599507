import { Download } from "lucide-react";
import { useMemo, useState } from "react";
import { filterModels } from "#src/core/models/model-filter.ts";
import { withTag } from "#src/core/models/name.ts";
import { useAbilities } from "#src/state/abilities.ts";
import { useServer } from "#src/state/server.ts";
import { useServers } from "#src/state/servers.ts";
import { Button } from "#src/ui/button.tsx";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { formatAge } from "./figures.ts";
import { ListOutline, Offered } from "./offered.tsx";
import { SeveralModels } from "./several-models.tsx";
import { type ModelsView, useInMemory, useModels } from "./use-models.ts";

export type ModelPanelProps = {
  value: string;
  server: string;
  isMissing: boolean;
  onChoose: (name: string, server?: string) => void;
  onPull: (name?: string) => void;
};

/** All models that can be chosen, and a way to more. */
export function ModelPanel({ value, server, isMissing, onChoose, onPull }: ModelPanelProps) {
  const t = useT();
  const inUse = useServer((state) => state.url);
  // A model is pulled to the server in use.
  const canPull = useAbilities(({ known }) => known.get(inUse)?.kind !== "openai");
  const areSeveral = useServers(({ servers }) => servers.length > 1);
  return (
    <>
      {isMissing && !areSeveral && canPull ? <MissingNote name={withTag(value)} onPull={onPull} /> : null}
      {areSeveral ? (
        <SeveralModels value={value} onChoose={onChoose} onPull={onPull} />
      ) : (
        <OwnModels server={server} value={value} onChoose={onChoose} onPull={onPull} />
      )}
      {canPull ? (
        <div className="flex border-t border-line p-1">
          <Button look="quiet" className="flex-1 justify-start! px-2.5" onClick={() => onPull()}>
            <Download aria-hidden className="size-4" />
            {t("models.pullAModel")}
          </Button>
        </div>
      ) : null}
    </>
  );
}

function MissingNote({ name, onPull }: { name: string; onPull: (name: string) => void }) {
  const t = useT();
  return (
    <div className="flex items-center gap-3 border-b border-line bg-warn-soft px-3.5 py-2">
      <p className="min-w-0 flex-1 wrap-anywhere">{t("models.missing", { name })}</p>
      <Button onClick={() => onPull(name)}>{t("models.pull")}</Button>
    </div>
  );
}

type OwnModelsProps = Pick<ModelPanelProps, "value" | "server" | "onPull"> & {
  onChoose: (name: string) => void;
};

/** The models of the only server. */
function OwnModels({ value, server, onChoose, onPull }: OwnModelsProps) {
  const t = useT();
  const view = useModels(server);
  const inMemory = useInMemory(server);
  const filter = useServers(({ servers }) => servers.find(({ url }) => url === server)?.modelFilter ?? "");
  const models = useMemo(() => view.models && filterModels(view.models, filter), [view.models, filter]);
  if (view.isFailed)
    return (
      <div role="alert" className="flex flex-col items-start gap-2 px-3.5 py-3">
        <p>{t("models.noList")}</p>
        <div className="flex gap-2">
          <Button onClick={view.refetch}>{t("models.retry")}</Button>
          <a href="#/connection" className="inline-flex items-center px-1 font-medium text-accent">
            {t("models.toConnection")}
          </a>
        </div>
      </div>
    );
  if (!models) return <ListOutline />;
  return (
    <>
      <Age view={view} />
      <Offered models={models} inMemory={inMemory} value={value} onChoose={onChoose} onPull={onPull} />
    </>
  );
}

function Age({ view }: { view: ModelsView }) {
  const t = useT();
  const locale = useLocale();
  const [openedAt] = useState(() => Date.now());
  if (!view.isStale) return null;
  const age = formatAge(Math.max(0, openedAt - view.updatedAt), locale);
  return <p className="facts border-b border-line bg-warn-soft px-3.5 py-2">{t("models.stale", { age })}</p>;
}
