import { cancelLoad, forgetMemoryChange, type MemoryChange } from "#src/state/running.ts";
import { useServer } from "#src/state/server.ts";
import { Button } from "#src/ui/button.tsx";
import { formatElapsed } from "#src/ui/figures.ts";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { RequestFailure } from "#src/ui/request-failure.tsx";
import { useNow } from "#src/ui/use-now.ts";

/** A load of a model that is under way, or what was refused. */
export function MemoryChangeView({ name, change }: { name: string; change: MemoryChange }) {
  const t = useT();
  const server = useServer((state) => state.url);
  if (change.status !== "failed")
    return change.status === "loading" ? <Loading name={name} startedAt={change.startedAt} /> : null;
  return (
    <RequestFailure
      error={change.error}
      asked={{ model: name, server }}
      actions={
        <>
          <Button onClick={change.retry}>{t("models.retry")}</Button>
          <Button onClick={() => forgetMemoryChange(name)}>{t("running.dismiss")}</Button>
        </>
      }
    />
  );
}

function Loading({ name, startedAt }: { name: string; startedAt: number }) {
  const t = useT();
  const locale = useLocale();
  const now = useNow(1000);
  return (
    <div className="flex flex-wrap items-center gap-3 rounded-panel border border-line px-3.5 py-2.5">
      <div className="me-auto min-w-0">
        <p className="font-medium wrap-anywhere tabular-nums">
          {t("running.loading", { name, time: formatElapsed(now - startedAt, locale) })}
        </p>
        <p className="facts" role="status">
          {t("running.loadingHint")}
        </p>
      </div>
      <Button aria-label={t("running.giveUp", { name })} onClick={() => cancelLoad(name)}>
        {t("running.giveUpShort")}
      </Button>
    </div>
  );
}
