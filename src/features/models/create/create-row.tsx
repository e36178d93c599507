import { Check, CirclePause, MessageSquare, X } from "lucide-react";
import { navigate } from "wouter/use-hash-location";
import { changeChatSettings } from "#src/state/chat-settings.ts";
import { cancelCreate, dismissCreate } from "#src/state/creates.ts";
import { type CreateView, isMaking } from "#src/state/creates-view.ts";
import { Alert } from "#src/ui/alert.tsx";
import { Button, IconButton } from "#src/ui/button.tsx";
import { useT } from "#src/ui/i18n.tsx";
import { createFailure } from "./create-failure.ts";
import { CreateSteps } from "./create-steps.tsx";

/** One model being made, or how that ended. */
export function CreateRow({ view }: { view: CreateView }) {
  if (isMaking(view)) return <Making view={view} />;
  return view.status === "failed" ? <Failed view={view} /> : <Ended view={view} />;
}

function Making({ view }: { view: CreateView }) {
  const t = useT();
  return (
    <section
      aria-label={t("create.makingOne", { name: view.name })}
      className="rounded-panel border border-line p-4"
    >
      <div className="flex items-center gap-2">
        <p className="min-w-0 flex-1 truncate font-medium" dir="ltr">
          {view.name}
        </p>
        <Button
          aria-label={t("create.cancelNamed", { name: view.name })}
          onClick={() => cancelCreate(view.key)}
        >
          {t("create.cancel")}
        </Button>
      </div>
      <CreateSteps view={view} />
    </section>
  );
}

function Ended({ view }: { view: CreateView }) {
  const t = useT();
  const isDone = view.status === "done";
  const isThere = isDone || (view.status === "cancelled" && view.isThere);
  const Icon = isDone ? Check : CirclePause;
  const text = isDone ? "create.done" : isThere ? "create.cancelledLate" : "create.cancelled";
  return (
    <div className="rounded-panel border border-line p-4">
      <div className="flex items-start gap-2">
        <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${isDone ? "text-good" : "text-muted"}`} />
        <p role="status" className="min-w-0 flex-1 wrap-anywhere">
          {t(text, { name: view.name })}
        </p>
        <IconButton
          label={t("create.dismiss", { name: view.name })}
          className="-me-1.5 -mt-1.5"
          onClick={() => dismissCreate(view.key)}
        >
          <X aria-hidden />
        </IconButton>
      </div>
      {isThere ? (
        <div className="ms-6 mt-2 flex flex-wrap gap-2">
          <a
            href={`#/models/${encodeURIComponent(view.name)}`}
            className="inline-flex min-h-8 items-center rounded-control border border-line bg-raised px-3 font-medium hover:bg-hover pointer-coarse:min-h-11"
          >
            {t("create.toDetails")}
          </a>
          <Button
            onClick={() => {
              changeChatSettings(null, { model: view.name });
              navigate("/");
            }}
          >
            <MessageSquare aria-hidden className="size-4" />
            {t("create.chat")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function Failed({ view }: { view: Extract<CreateView, { status: "failed" }> }) {
  const t = useT();
  const { key, details } = createFailure(view.error);
  return (
    <Alert
      title={t("create.failedNamed", { name: view.name })}
      {...(details ? { details: { label: t("errors.details"), text: details } } : {})}
      actions={
        <Button look="quiet" onClick={() => dismissCreate(view.key)}>
          {t("models.pull.dismissShort")}
        </Button>
      }
    >
      {t(key, { name: view.name })}
      {view.steps.length > 0 ? <CreateSteps view={view} /> : null}
    </Alert>
  );
}
