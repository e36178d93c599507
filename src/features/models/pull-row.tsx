import { Check, CirclePause, Clock, X } from "lucide-react";
import { dismissPull, goOnWithPull } from "#src/state/pulls.ts";
import { isUnderWay, type PullView } from "#src/state/pull-view.ts";
import { Alert } from "#src/ui/alert.tsx";
import { Button, IconButton } from "#src/ui/button.tsx";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { GoOn } from "./go-on.tsx";
import { OtherServer } from "./other-server.tsx";
import { PullBar, PullLayers } from "./pull-bar.tsx";
import { CancelPull, PullControls } from "./pull-controls.tsx";
import { pullFailure } from "./pull-failure.ts";
import { pullText } from "./pull-text.ts";

export type PullRowProps = {
  pull: PullView;
  /** Offered for a model that has come. */
  onUse?: ((name: string) => void) | undefined;
};

/** One pull with all that is known of it. */
export function PullRow({ pull, onUse }: PullRowProps) {
  if (pull.status === "failed") return <FailedPull pull={pull} />;
  return isUnderWay(pull) ? <PullUnderWay pull={pull} /> : <EndedPull pull={pull} onUse={onUse} />;
}

function PullUnderWay({ pull }: { pull: PullView }) {
  const t = useT();
  const text = pullText(pull, t, useLocale());
  const { percent, layers } = pull.progress;
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex items-center gap-2">
        {pull.status === "queued" ? <Clock aria-hidden className="size-4 shrink-0 text-muted" /> : null}
        <span className="min-w-0 flex-1 truncate font-medium" dir="ltr">
          {pull.name}
        </span>
        {percent === undefined ? null : <span className="facts">{percent} %</span>}
        <PullControls pull={pull} />
      </div>
      {pull.status === "queued" ? null : <PullBar pull={pull} text={text} />}
      <p className="facts">{text}</p>
      <PullLayers layers={layers} />
    </div>
  );
}

/** A pull that has come, or that the user or a closed page ended before. */
export function EndedPull({ pull, onUse }: PullRowProps) {
  const t = useT();
  const text = pullText(pull, t, useLocale());
  const isDone = pull.status === "done";
  const canGoOn = pull.status !== "done" && pull.status !== "unlisted";
  const Icon = isDone ? Check : CirclePause;
  return (
    <div className="flex items-start gap-2">
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${isDone ? "text-good" : "text-muted"}`} />
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium" dir="ltr">
          {pull.name}
        </p>
        <p className="facts wrap-anywhere">
          {text}
          <OtherServer url={pull.server} />
        </p>
      </div>
      {canGoOn ? <GoOn pull={pull} /> : null}
      {isDone && onUse ? <Button onClick={() => onUse(pull.name)}>{t("models.pull.use")}</Button> : null}
      {pull.status === "paused" ? (
        <CancelPull pull={pull} />
      ) : (
        <IconButton
          label={t("models.pull.dismiss", { name: pull.name })}
          onClick={() => dismissPull(pull.key)}
        >
          <X aria-hidden />
        </IconButton>
      )}
    </div>
  );
}

export function FailedPull({ pull }: { pull: Extract<PullView, { status: "failed" }> }) {
  const t = useT();
  const { key, details } = pullFailure(pull.error);
  return (
    <Alert
      title={t("models.pull.failedNamed", { name: pull.name })}
      {...(details ? { details: { label: t("models.pull.details"), text: details } } : {})}
      actions={
        <>
          <Button onClick={() => goOnWithPull(pull)}>{t("models.retry")}</Button>
          {key === "models.pullFailed.tls" ? (
            <Button onClick={() => goOnWithPull({ ...pull, isInsecure: true })}>
              {t("pulls.retryPlain")}
            </Button>
          ) : null}
          <Button look="quiet" onClick={() => dismissPull(pull.key)}>
            {t("models.pull.dismissShort")}
          </Button>
        </>
      }
    >
      {t(key, { name: pull.name })}
    </Alert>
  );
}
