import { useEffect } from "react";
import { pushTarget } from "#src/core/models/push.ts";
import { PullLayers } from "#src/features/models/pull-bar.tsx";
import { closeModelAction } from "#src/state/model-actions.ts";
import { cancelPush, startPush } from "#src/state/pushes.ts";
import { isPushing, type PushView, usePushes } from "#src/state/pushes-store.ts";
import { Alert } from "#src/ui/alert.tsx";
import { Button } from "#src/ui/button.tsx";
import { Dialog } from "#src/ui/dialog.tsx";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { PushAccount } from "./push-account.tsx";
import { PushBar } from "./push-bar.tsx";
import { pushFailure } from "./push-failure.ts";
import { pushText } from "./push-text.ts";

/** One push with all that is known of it. Closing it does not end the push. */
export function PushingDialog({ pushKey }: { pushKey: string }) {
  const t = useT();
  const push = usePushes((state) => state.pushes.get(pushKey));
  const isGone = push === undefined;
  useEffect(() => {
    if (isGone) closeModelAction();
  }, [isGone]);
  if (!push) return null;
  return (
    <Dialog
      title={t(isPushing(push) ? "actions.pushing" : "actions.pushTitle", { name: push.name })}
      {...(isPushing(push) ? { description: t("actions.pushGoesOn") } : {})}
      isOpen
      onOpenChange={(next) => !next && closeModelAction()}
    >
      {push.status === "failed" ? <FailedPush push={push} /> : <Progress push={push} />}
    </Dialog>
  );
}

function Progress({ push }: { push: PushView }) {
  const t = useT();
  const text = pushText(push, t, useLocale());
  const isRunning = isPushing(push);
  const page = push.status === "done" ? pageOf(push.name) : undefined;
  return (
    <div className="flex flex-col gap-2">
      {isRunning ? <PushBar push={push} text={text} /> : null}
      <p className={isRunning ? "facts" : ""}>{text}</p>
      {isRunning ? <PullLayers layers={push.progress.layers} /> : null}
      {page ? (
        <a
          href={page}
          target="_blank"
          rel="noopener noreferrer"
          className="w-fit font-medium text-accent wrap-anywhere"
          dir="ltr"
        >
          {page}
        </a>
      ) : null}
      <div className="mt-1 flex flex-wrap justify-end gap-2">
        {isRunning ? (
          <Button
            aria-label={t("actions.cancelPush", { name: push.name })}
            onClick={() => cancelPush(push.key)}
          >
            {t("actions.cancel")}
          </Button>
        ) : null}
        {push.status === "cancelled" ? <Again push={push} /> : null}
        <Button onClick={closeModelAction}>{t("actions.close")}</Button>
      </div>
    </div>
  );
}

function FailedPush({ push }: { push: Extract<PushView, { status: "failed" }> }) {
  const t = useT();
  const { key, details } = pushFailure(push.error);
  const target = pushTarget(push.name);
  const isAboutAccount = key === "actions.pushFailed.denied" && target?.isOllama;
  return (
    <div className="flex flex-col gap-3">
      <Alert
        title={t("actions.notPushed", { name: push.name })}
        {...(details ? { details: { label: t("errors.details"), text: details } } : {})}
        actions={<Again push={push} />}
      >
        {t(key, { name: push.name })}
      </Alert>
      {isAboutAccount && target ? <PushAccount server={push.server} namespace={target.namespace} /> : null}
    </div>
  );
}

function Again({ push: { name, isInsecure, server } }: { push: PushView }) {
  const t = useT();
  return <Button onClick={() => startPush(name, isInsecure, server)}>{t("models.retry")}</Button>;
}

/** The page of a model at ollama.com; none where it went elsewhere. */
function pageOf(name: string): string | undefined {
  return pushTarget(name)?.isOllama ? `https://ollama.com/${name}` : undefined;
}
