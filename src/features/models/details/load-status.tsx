import {
  cancelLoad,
  forgetMemoryChange,
  type MemoryChange,
  preload,
  useMemoryChanges,
} from "#src/state/running.ts";
import { useServer } from "#src/state/server.ts";
import { Button } from "#src/ui/button.tsx";
import { formatElapsed } from "#src/ui/figures.ts";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { RequestFailure } from "#src/ui/request-failure.tsx";
import { useNow } from "#src/ui/use-now.ts";

/** A load of this model that is under way, or why it failed. */
export function LoadStatus({ name }: { name: string }) {
  const t = useT();
  const server = useServer((state) => state.url);
  const change = useMemoryChanges((state) => state.changes.get(name));
  if (change?.status === "loading") return <Loading name={name} startedAt={change.startedAt} />;
  if (change?.status !== "failed") return null;
  return (
    <div className="mt-3 max-w-(--measure)">
      <RequestFailure
        error={change.error}
        asked={{ model: name, server }}
        actions={
          <>
            <Button onClick={() => void preload(name)}>{t("models.retry")}</Button>
            <Button onClick={() => forgetMemoryChange(name)}>{t("running.dismiss")}</Button>
          </>
        }
      />
    </div>
  );
}

type Loading = Extract<MemoryChange, { startedAt: number }>;

function Loading({ name, startedAt }: { name: string } & Pick<Loading, "startedAt">) {
  const t = useT();
  const locale = useLocale();
  const now = useNow(1000);
  return (
    <div className="mt-3 flex flex-wrap items-center gap-3 rounded-panel border border-line px-3.5 py-2.5">
      <div className="me-auto min-w-0">
        <p className="font-medium wrap-anywhere tabular-nums">
          {t("running.loading", { name, time: formatElapsed(now - startedAt, locale) })}
        </p>
        <p className="facts">{t("running.loadingHint")}</p>
      </div>
      <Button aria-label={t("running.giveUp", { name })} onClick={() => cancelLoad(name)}>
        {t("running.giveUpShort")}
      </Button>
    </div>
  );
}
