import { useState } from "react";
import { type CacheQuestion, memoryEstimate, verdictOf } from "#src/core/models/memory-fit.ts";
import type { RunningModel } from "#src/core/models/model.ts";
import type { ModelShow } from "#src/core/models/show.ts";
import { formatBytes } from "#src/core/models/size.ts";
import { giveServerMemory, serverMemory, useServerMemory } from "#src/state/model-details-memory.ts";
import { formatWhole } from "#src/ui/figures.ts";
import { type Translate, useLocale, useT } from "#src/ui/i18n.tsx";
import { LoadWhole } from "./load-whole.tsx";
import { MemoryFitBar } from "./memory-fit-bar.tsx";
import { MemoryFitForm } from "./memory-fit-form.tsx";
import { MemoryFitFormula } from "./memory-fit-formula.tsx";
import { cacheNote, verdictText } from "./memory-fit-text.ts";
import { firstContext } from "./memory-fit-context.ts";
import type { WholeInfo } from "./whole-info.ts";

export type MemoryFitProps = {
  server: string;
  /** Bytes of its files. */
  size: number;
  show: ModelShow;
  loaded: RunningModel | undefined;
  /** Bytes that all models in memory take now. */
  inUse: number;
  whole: WholeInfo;
};

/** Whether a model would fit into memory at a context: an estimate, beside what the server measures. */
export function MemoryFit({ server, size, show, loaded, inUse, whole }: MemoryFitProps) {
  const t = useT();
  const locale = useLocale();
  const [chosenContext, setContext] = useState<number>();
  const [rest, setRest] = useState<FitRest>({ cacheType: "f16", parallel: 1 });
  const memory = useServerMemory((state) => state.servers[server]) ?? serverMemory(server);
  const context = chosenContext ?? firstContext(show, loaded);
  const estimate = memoryEstimate(show, size, { context, ...rest });
  const verdict = verdictOf(estimate, memory.given, memory.seen);
  const note = cacheNote(estimate.cache, t);
  const sameContext =
    loaded?.contextLength && memoryEstimate(show, size, { context: loaded.contextLength, ...rest }).total;
  return (
    <section aria-labelledby="memory-fit" className="mt-8">
      <h4 id="memory-fit" className="text-reading font-semibold">
        {t("details.fit")}
      </h4>
      <MemoryFitForm
        most={show.contextLength}
        memory={memory.given}
        {...{ context, ...rest }}
        onContext={setContext}
        onRest={setRest}
        onMemory={(bytes) => giveServerMemory(server, bytes)}
      />
      <output
        className={`mt-4 block max-w-(--measure-wide) font-medium ${verdict === "too-large" ? "text-bad" : ""}`}
      >
        {verdictText(verdict, estimate, memory, t, locale)}
      </output>
      {note ? <p className="mt-1 max-w-(--measure-wide) text-muted">{note}</p> : null}
      {estimate.cache.kind === "unknown" && estimate.cache.why === "hidden" ? (
        <div className="mt-2">
          <LoadWhole whole={whole} text={t("details.fit.hidden")} />
        </div>
      ) : null}
      <MemoryFitBar estimate={estimate} memory={memory.given} seen={memory.seen} />
      {loaded ? (
        <p className="facts mt-3">
          {measuredText(loaded, t, locale)}{" "}
          {sameContext ? t("details.fit.sameContext", { size: formatBytes(sameContext, locale) }) : null}
        </p>
      ) : null}
      {inUse > 0 ? (
        <p className="facts mt-1">{t("details.fit.inUse", { size: formatBytes(inUse, locale) })}</p>
      ) : null}
      <MemoryFitFormula info={show.info} />
    </section>
  );
}

/** Servers before 0.10 do not tell the context. */
function measuredText({ size, contextLength }: RunningModel, t: Translate, locale: string): string {
  const shown = formatBytes(size, locale);
  if (contextLength === undefined) return t("details.fit.measuredAlone", { size: shown });
  return t("details.fit.measured", { size: shown, context: formatWhole(contextLength, locale) });
}

type FitRest = Pick<CacheQuestion, "cacheType" | "parallel">;
