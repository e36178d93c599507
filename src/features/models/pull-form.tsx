import { type FormEvent, useState } from "react";
import { type NameFault, parseModelName } from "#src/core/models/name.ts";
import { typePullName, usePullDialog } from "#src/state/pull-dialog.ts";
import { isPulling, startPull } from "#src/state/pulls.ts";
import { Button } from "#src/ui/button.tsx";
import { asCode, Field } from "#src/ui/field.tsx";
import { type MessageKey, useT } from "#src/ui/i18n.tsx";

/** Takes a name as it is typed or pasted, checks it, and begins the pull. */
export function PullForm({ isConnected }: { isConnected: boolean }) {
  const t = useT();
  const text = usePullDialog((state) => state.name);
  const [fault, setFault] = useState<NameFault | "already">();
  const parsed = parseModelName(text);
  const isRewritten = parsed.ok && text.trim() !== "" && parsed.name !== text.trim();

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!parsed.ok) return setFault(parsed.reason);
    if (isPulling(parsed.name)) return setFault("already");
    startPull(parsed.name);
    typePullName("");
    return undefined;
  }

  return (
    <form onSubmit={submit} noValidate>
      <div className="flex items-start gap-2">
        <Field
          className="min-w-0 flex-1"
          label={t("models.name")}
          placeholder="llama3.2"
          {...asCode}
          value={text}
          onChange={(event) => {
            typePullName(event.target.value);
            setFault(undefined);
          }}
          error={
            fault === "already" ? t("pulls.already", { name: text.trim() }) : fault && t(faultKey(fault))
          }
          hint={isRewritten ? t("models.nameReadAs", { name: parsed.name }) : t("models.nameHint")}
        />
        <Button look="primary" type="submit" className="mt-6" disabled={!isConnected}>
          {t("models.pull")}
        </Button>
      </div>
    </form>
  );
}

function faultKey(fault: NameFault): MessageKey {
  return `models.nameFault.${fault}`;
}
