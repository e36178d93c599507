import { cancelLoad, forgetMemoryChange, useMemoryChanges } from "#src/state/running.ts";
import { useServer } from "#src/state/server.ts";
import { Button } from "#src/ui/button.tsx";
import { formatElapsed } from "#src/ui/figures.ts";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { RequestFailure } from "#src/ui/request-failure.tsx";

/** Loads under way, and what was refused. */
export function MemoryChanges({ now }: { now: number }) {
  const t = useT();
  const locale = useLocale();
  const server = useServer((state) => state.url);
  const changes = useMemoryChanges((state) => state.changes);
  return [...changes].map(([name, change]) => {
    if (change.status === "failed")
      return (
        <RequestFailure
          key={name}
          error={change.error}
          asked={{ model: name, server }}
          actions={<Button onClick={() => forgetMemoryChange(name)}>{t("running.dismiss")}</Button>}
        />
      );
    if (change.status === "unloading") return null;
    return (
      <div
        key={name}
        role="status"
        className="flex flex-wrap items-center gap-3 rounded-panel border border-line p-4"
      >
        <div className="me-auto min-w-0">
          <p className="font-medium wrap-anywhere tabular-nums">
            {t("running.loading", { name, time: formatElapsed(now - change.startedAt, locale) })}
          </p>
          <p className="facts">{t("running.loadingHint")}</p>
        </div>
        <Button aria-label={t("running.giveUp", { name })} onClick={() => cancelLoad(name)}>
          {t("running.giveUpShort")}
        </Button>
      </div>
    );
  });
}
