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
  return view.status === "failed" ? <Failed view={view} /> : <Row view={view} />;
}

function Row({ view }: { view: Exclude<CreateView, { status: "failed" }> }) {
  const t = useT();
  const { name, status } = view;
  const isGoing = isMaking(view);
  const isDone = status === "done";
  const isThere = isDone || (status === "cancelled" && view.isThere === true);
  const Icon = isDone ? Check : CirclePause;
  const end = endKey(view);
  return (
    <section aria-label={name} className="rounded-panel border border-line p-4">
      <div className="flex items-start gap-2">
        {isGoing ? (
          <p className="min-w-0 flex-1 self-center truncate font-medium" dir="ltr">
            {name}
          </p>
        ) : (
          <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${isDone ? "text-good" : "text-muted"}`} />
        )}
        {/* It is there before it has something to say, else nobody would hear it. */}
        <p role="status" className={isGoing ? "sr-only" : "min-w-0 flex-1 wrap-anywhere"}>
          {isGoing ? null : t(end, { name })}
        </p>
        {isGoing ? (
          <Button aria-label={t("create.cancelNamed", { name })} onClick={() => cancelCreate(view.key)}>
            {t("create.cancel")}
          </Button>
        ) : (
          <IconButton
            label={t("create.dismiss", { name })}
            className="-me-1.5 -mt-1.5"
            onClick={() => dismissCreate(view.key)}
          >
            <X aria-hidden />
          </IconButton>
        )}
      </div>
      {isGoing ? <CreateSteps view={view} /> : null}
      {isThere ? <WhatNext name={name} /> : null}
    </section>
  );
}

function endKey(view: Exclude<CreateView, { status: "failed" }>) {
  if (view.status !== "cancelled") return "create.done";
  if (view.isThere === undefined) return "create.cancelledUnknown";
  return view.isThere ? "create.cancelledLate" : "create.cancelled";
}

function WhatNext({ name }: { name: string }) {
  const t = useT();
  return (
    <div className="ms-6 mt-2 flex flex-wrap gap-2">
      <a
        href={`#/models/${encodeURIComponent(name)}`}
        className="inline-flex min-h-8 items-center rounded-control border border-line bg-raised px-3 font-medium hover:bg-hover pointer-coarse:min-h-11"
      >
        {t("create.toDetails")}
      </a>
      <Button
        onClick={() => {
          changeChatSettings(null, { model: name });
          navigate("/");
        }}
      >
        <MessageSquare aria-hidden className="size-4" />
        {t("create.chat")}
      </Button>
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
