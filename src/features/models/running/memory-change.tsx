import type { MemoryChange } from "#src/state/memory-changes.ts";
import { cancelLoad, forgetMemoryChange } from "#src/state/running.ts";
import { Alert } from "#src/ui/alert.tsx";
import { Button } from "#src/ui/button.tsx";
import { failureText } from "#src/ui/failure-text.ts";
import { formatElapsed } from "#src/ui/figures.ts";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { useNow } from "#src/ui/use-now.ts";

export type MemoryChangeViewProps = {
  change: MemoryChange;
  /** The model is in memory, and says itself what is done to it. */
  isThere: boolean;
};

/** A load of a model that is under way, or what was refused. */
export function MemoryChangeView({ change, isThere }: MemoryChangeViewProps) {
  if (change.status === "failed") return <FailedChange change={change} />;
  const isLoad = change.status === "loading" || (change.status === "keeping" && !isThere);
  return isLoad ? <Loading {...change} /> : null;
}

const refused = {
  loading: "running.notLoaded",
  keeping: "running.notKept",
  unloading: "running.notUnloaded",
} as const;

/** What was refused and why; where no answer came, nobody knows. */
export function FailedChange({ change }: { change: Extract<MemoryChange, { status: "failed" }> }) {
  const t = useT();
  const { asked, error, name, server, retry } = change;
  const answer = { model: name, server };
  const { cause, next, details } = failureText(error, answer, t, useLocale(), window.location.origin);
  const isRefused = error.kind === "http";
  return (
    <Alert
      title={isRefused ? t(refused[asked], { name }) : cause}
      {...(details ? { details: { label: t("errors.details"), text: details } } : {})}
      actions={
        <>
          <Button onClick={retry}>{t("models.retry")}</Button>
          <Button onClick={() => forgetMemoryChange(change)}>{t("running.dismiss")}</Button>
        </>
      }
    >
      {isRefused ? `${cause}. ${next}` : `${next} ${t("running.unsure", { name })}`}
    </Alert>
  );
}

type LoadingProps = { name: string; server: string; startedAt: number };

function Loading({ name, server, startedAt }: LoadingProps) {
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
      <Button aria-label={t("running.giveUp", { name })} onClick={() => cancelLoad(name, server)}>
        {t("running.giveUpShort")}
      </Button>
    </div>
  );
}
