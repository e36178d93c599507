import { errorOf } from "#src/core/errors.ts";
import { memoryOf } from "#src/core/models/in-memory.ts";
import { formatBytes } from "#src/core/models/size.ts";
import { formatAge } from "#src/features/models/figures.ts";
import { ServerSwitch } from "#src/features/models/server-switch.tsx";
import { useConnection } from "#src/state/connection.ts";
import { useServer } from "#src/state/server.ts";
import { Button } from "#src/ui/button.tsx";
import { formatElapsed } from "#src/ui/figures.ts";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { ModelsFrame } from "#src/ui/models-frame.tsx";
import { RequestFailure } from "#src/ui/request-failure.tsx";
import { useNow } from "#src/ui/use-now.ts";
import { LoadForm } from "./load-form.tsx";
import { MemoryChanges } from "./memory-changes.tsx";
import { RunningModel } from "./running-model.tsx";
import { type RunningView, useMemoryBoard } from "./use-running.ts";

const interval = 5000;

/** The board of what is in memory: how much of it, where, and until when. */
export function RunningPage() {
  const t = useT();
  const isAway = useConnection(({ status }) => status !== "connected" && status !== "checking");
  const view = useMemoryBoard(interval);
  return (
    <ModelsFrame current="running">
      <ServerSwitch />
      <p className="text-muted">{t("running.hint")}</p>
      <div className="mt-4 flex max-w-(--measure-wide) flex-col gap-3">
        <MemoryChanges running={view.data ?? []} />
        {isAway ? <Away /> : <Board {...view} />}
      </div>
    </ModelsFrame>
  );
}

function Board({ data: running, toldAt, error, refetch }: RunningView) {
  const t = useT();
  const locale = useLocale();
  const now = useNow(1000);
  const server = useServer((state) => state.url);
  const cause = error ? errorOf(error) : undefined;
  // That no answer comes is the connection's to say, and it is asked at once.
  const failure =
    cause && cause.kind !== "unreachable" ? (
      <RequestFailure
        error={cause}
        asked={{ model: "", server }}
        actions={<Button onClick={refetch}>{t("models.retry")}</Button>}
      />
    ) : null;
  if (!running) return failure ?? <Outline />;
  const { gpu, system } = memoryOf(running);
  const size = formatBytes(gpu + system, locale);
  return (
    <>
      {failure}
      {running.length === 0 ? (
        <div className="rounded-panel border border-dashed border-line p-6 text-center">
          <p className="font-medium">{t("running.empty")}</p>
          <p className="text-muted">{t("running.emptyHint")}</p>
        </div>
      ) : (
        <>
          <p className="facts">
            {t("running.total", { count: running.length, size })}
            {" · "}
            {error
              ? t("running.old", { age: formatAge(Math.max(0, now - toldAt), locale) })
              : t("running.updated", { time: formatElapsed(interval, locale) })}
          </p>
          <ul aria-label={t("running.list")} className="flex flex-col gap-3">
            {running.map((model) => (
              <RunningModel key={model.name} model={model} now={now} />
            ))}
          </ul>
        </>
      )}
      <LoadForm running={running} now={now} />
    </>
  );
}

function Away() {
  const t = useT();
  return (
    <p className="rounded-control border-s-2 border-s-warn bg-warn-soft px-3.5 py-2">
      {t("running.away")}{" "}
      <a href="#/connection" className="font-medium text-accent">
        {t("models.toConnection")}
      </a>
    </p>
  );
}

/** Still shapes in the size of what comes. */
function Outline() {
  return (
    <div aria-hidden className="reveal-late flex flex-col gap-3">
      <div className="h-4 w-56 rounded-control bg-hover" />
      <div className="h-32 rounded-panel bg-hover" />
    </div>
  );
}
