import { useState } from "react";
import { likelyUnloaded, memoryOf } from "#src/core/models/in-memory.ts";
import { isRemote, type Model, type RunningModel } from "#src/core/models/model.ts";
import { sameModel } from "#src/core/models/name.ts";
import { formatBytes } from "#src/core/models/size.ts";
import { useModels } from "#src/features/models/use-models.ts";
import { preload } from "#src/state/running.ts";
import { Button } from "#src/ui/button.tsx";
import { type Translate, useLocale, useT } from "#src/ui/i18n.tsx";
import { useMemoryChange } from "./use-memory-change.ts";

export type LoadFormProps = { running: readonly RunningModel[]; now: number };

/** Loads a model, and says before that what it needs and what may have to go for it. */
export function LoadForm({ running, now }: LoadFormProps) {
  const t = useT();
  const locale = useLocale();
  const { models = [] } = useModels();
  const [name, setName] = useState("");
  const chosen = models.find((model) => model.name === name);
  const isLoading = useMemoryChange(name)?.status === "loading";
  const isThere = running.some((model) => sameModel(model.name, name));
  const canLoad = chosen !== undefined && !isRemote(chosen) && !isThere && !isLoading;
  return (
    <form
      className="rounded-panel border border-line p-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (canLoad) void preload(name);
      }}
    >
      <h3 className="font-medium">{t("running.load")}</h3>
      <div className="mt-2 flex flex-wrap gap-2">
        <select
          aria-label={t("running.model")}
          className="min-h-8 min-w-0 flex-1 rounded-control border border-line bg-page px-2 pointer-coarse:min-h-11"
          value={chosen ? name : ""}
          onChange={(event) => setName(event.target.value)}
        >
          <option value="">{t("running.choose")}</option>
          {models.map((model) => (
            <option key={model.name}>{model.name}</option>
          ))}
        </select>
        <Button type="submit" look="primary" disabled={!canLoad}>
          {t("running.loadButton")}
        </Button>
      </div>
      {chosen ? (
        <p className="mt-2 text-muted" role="status">
          {isThere ? t("running.isLoaded") : expectation(chosen, running, now, t, locale)}
        </p>
      ) : null}
    </form>
  );
}

function expectation(
  chosen: Model,
  running: readonly RunningModel[],
  now: number,
  t: Translate,
  locale: string,
): string {
  if (isRemote(chosen)) return t("running.isRemote");
  const needs = t("running.needs", { size: formatBytes(chosen.size, locale) });
  const first = likelyUnloaded(running, now);
  if (!first) return `${needs} ${t("running.fitsEmpty")}`;
  const { gpu, system } = memoryOf(running);
  return `${needs} ${t("running.evicts", { used: formatBytes(gpu + system, locale), name: first.name })}`;
}
