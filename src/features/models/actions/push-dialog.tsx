import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { errorOf, type OllamaError } from "#src/core/errors.ts";
import type { Model } from "#src/core/models/model.ts";
import { parseModelName, sameModel } from "#src/core/models/name.ts";
import { isReadOnly, pushTarget, suggestedPushName } from "#src/core/models/push.ts";
import { askFor, closeModelAction } from "#src/state/model-actions.ts";
import { copyModel, modelUnder } from "#src/state/model-copy.ts";
import { accountQuery, startPush } from "#src/state/pushes.ts";
import { useServer } from "#src/state/server.ts";
import { Dialog } from "#src/ui/dialog.tsx";
import { useT } from "#src/ui/i18n.tsx";
import { RequestFailure } from "#src/ui/request-failure.tsx";
import { CheckLine } from "./check-line.tsx";
import { DialogButtons } from "./dialog-buttons.tsx";
import { NameField, nameFaultKey } from "./name-field.tsx";
import { PushAccount } from "./push-account.tsx";
import { ReplaceWarning } from "./replace-warning.tsx";

/** Explains where a push goes and what it takes, and begins it. */
export function PushDialog({ model }: { model: Model }) {
  const t = useT();
  const server = useServer((state) => state.url);
  const [typed, setTyped] = useState<string>();
  const [fault, setFault] = useState<string>();
  const [replaced, setReplaced] = useState<string>();
  const [isInsecure, setInsecure] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<OllamaError>();
  const mayNeedAccount = typed === undefined || pushTarget(typed)?.isOllama !== false;
  const { data: account } = useQuery({ ...accountQuery(server), enabled: mayNeedAccount });
  const text = typed ?? suggestedPushName(model.name, account);
  const target = pushTarget(text);
  const isCopied = target !== undefined && !sameModel(text, model.name);
  const isSignedOut = target?.isOllama === true && account?.status === "signed-out";

  async function perform(name: string) {
    if (!sameModel(name, model.name)) {
      const installed = await modelUnder(name);
      if (installed && installed.digest !== model.digest && installed.name !== replaced)
        return setReplaced(installed.name);
      const result = installed?.digest === model.digest ? undefined : await copyModel(model.name, name);
      if (result && result.status !== "done") return setError(result.error);
    }
    const key = startPush(name, isInsecure && target?.isOllama === false);
    return askFor({ kind: "pushing", key });
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (isBusy || isSignedOut) return;
    const parsed = parseModelName(text);
    if (!parsed.ok) return setFault(t(nameFaultKey(parsed.reason)));
    if (target?.isOllama && parsed.namespace.toLowerCase() === "library")
      return setFault(t("actions.needsNamespace", { name: parsed.name }));
    if (target && isReadOnly(target))
      return setFault(t("actions.takesNone", { name: `${parsed.model}:${parsed.tag}` }));
    setError(undefined);
    setBusy(true);
    void perform(parsed.name)
      .catch((thrown: unknown) => setError(errorOf(thrown)))
      .finally(() => setBusy(false));
  }

  return (
    <Dialog
      title={t("actions.pushTitle", { name: model.name })}
      description={t("actions.pushAbout")}
      isOpen
      onOpenChange={(next) => !next && !isBusy && closeModelAction()}
    >
      <form onSubmit={submit} noValidate className="flex flex-col gap-3">
        <NameField
          label={t("actions.pushAs")}
          value={text}
          onChange={(next) => {
            setTyped(next);
            setFault(undefined);
            setReplaced(undefined);
          }}
          error={fault}
          hint={isCopied ? t("actions.copiedFirst") : t("actions.pushNameHint")}
        />
        {target?.isOllama ? <PushAccount server={server} namespace={target.namespace} /> : null}
        {target && !target.isOllama && !isReadOnly(target) ? (
          <div>
            <p className="text-muted">{t("actions.otherRegistry", { host: target.host })}</p>
            <CheckLine isChecked={isInsecure} onChange={setInsecure}>
              {t("actions.insecure")}
            </CheckLine>
          </div>
        ) : null}
        {replaced ? <ReplaceWarning name={replaced} /> : null}
        {error ? <RequestFailure error={error} asked={{ model: model.name, server }} /> : null}
        <DialogButtons
          label={t(replaced ? "actions.replaceAndPush" : isCopied ? "actions.copyAndPush" : "actions.pushDo")}
          isBusy={isBusy}
          isDanger={replaced !== undefined}
          isDisabled={isSignedOut}
        />
      </form>
    </Dialog>
  );
}
