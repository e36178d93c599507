import { memoryOf } from "#src/core/models/in-memory.ts";
import { formatBytes } from "#src/core/models/size.ts";
import { formatElapsed } from "#src/ui/figures.ts";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { useNow } from "#src/ui/use-now.ts";
import { ModelsFrame } from "#src/ui/models-frame.tsx";
import { LoadForm } from "./load-form.tsx";
import { MemoryChanges } from "./memory-changes.tsx";
import { RunningModel } from "./running-model.tsx";
import { useRunning } from "./use-running.ts";

const interval = 5000;

/** The board of what is in memory: how much of it, where, and until when. */
export function RunningPage() {
  const t = useT();
  const locale = useLocale();
  const now = useNow(1000);
  const running = useRunning(interval);
  const { gpu, system } = memoryOf(running ?? []);
  return (
    <ModelsFrame current="running">
      <p className="text-muted">{t("running.hint")}</p>
      <div className="mt-4 flex max-w-(--measure-wide) flex-col gap-3">
        <MemoryChanges />
        {running === undefined ? (
          <p className="text-muted">{t("running.unknown")}</p>
        ) : running.length === 0 ? (
          <div className="rounded-panel border border-dashed border-line p-6 text-center">
            <p className="font-medium">{t("running.empty")}</p>
            <p className="text-muted">{t("running.emptyHint")}</p>
          </div>
        ) : (
          <>
            <p className="facts">
              {t("running.total", { count: running.length, size: formatBytes(gpu + system, locale) })}
              {" · "}
              {t("running.updated", { time: formatElapsed(interval, locale) })}
            </p>
            <ul aria-label={t("running.list")} className="flex flex-col gap-3">
              {running.map((model) => (
                <RunningModel key={model.name} model={model} now={now} />
              ))}
            </ul>
          </>
        )}
        {running ? <LoadForm running={running} now={now} /> : null}
      </div>
    </ModelsFrame>
  );
}
