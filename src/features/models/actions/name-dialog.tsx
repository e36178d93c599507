import { type FormEvent, useState } from "react";
import { errorOf } from "#src/core/errors.ts";
import type { Model } from "#src/core/models/model.ts";
import { parseModelName, sameModel } from "#src/core/models/name.ts";
import { useConversations } from "#src/state/conversations.ts";
import { closeModelAction } from "#src/state/model-actions.ts";
import { copyModel, type CopyResult, modelUnder, renameModel } from "#src/state/model-copy.ts";
import { conversationsWith } from "#src/state/model-use.ts";
import { useServer } from "#src/state/server.ts";
import { Dialog } from "#src/ui/dialog.tsx";
import { useT } from "#src/ui/i18n.tsx";
import { CheckLine } from "./check-line.tsx";
import { CopyFailure } from "./copy-failure.tsx";
import { DialogButtons } from "./dialog-buttons.tsx";
import { NameField, nameFaultKey } from "./name-field.tsx";
import { ReplaceWarning } from "./replace-warning.tsx";

export type NameDialogProps = { kind: "copy" | "rename"; model: Model };

/** Asks for the new name of a copy, or of the model itself. */
export function NameDialog({ kind, model }: NameDialogProps) {
  const t = useT();
  const [text, setText] = useState(model.name);
  const [fault, setFault] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  /** The installed model that the user was warned of. */
  const [replaced, setReplaced] = useState<string>();
  const [failure, setFailure] = useState<Exclude<CopyResult, { status: "done" }>>();
  const [movesChats, setMovesChats] = useState(true);
  const server = useServer((state) => state.url);
  const chats = useConversations((state) => conversationsWith(state.list, model.name, server).length);

  async function perform(name: string) {
    const installed = (await modelUnder(name))?.name;
    if (installed && installed !== replaced) return setReplaced(installed);
    const options = { movesConversations: movesChats, replaces: installed !== undefined };
    const result =
      kind === "copy" ? await copyModel(model.name, name) : await renameModel(model.name, name, options);
    return result.status === "done" ? closeModelAction() : setFailure(result);
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (isBusy) return;
    const parsed = parseModelName(text);
    if (!parsed.ok) return setFault(t(nameFaultKey(parsed.reason)));
    if (sameModel(parsed.name, model.name)) return setFault(t("actions.sameName"));
    setFailure(undefined);
    setBusy(true);
    void perform(parsed.name)
      .catch((error: unknown) => setFailure({ status: "failed", step: "copy", error: errorOf(error) }))
      .finally(() => setBusy(false));
  }

  return (
    <Dialog
      title={t(`actions.${kind}Title`, { name: model.name })}
      description={t(`actions.${kind}About`)}
      isOpen
      onOpenChange={(next) => !next && !isBusy && closeModelAction()}
    >
      <form onSubmit={submit} noValidate className="flex flex-col gap-3">
        <NameField
          label={t("actions.newName")}
          value={text}
          onChange={(next) => {
            setText(next);
            setFault(undefined);
            setReplaced(undefined);
          }}
          error={fault}
        />
        {kind === "rename" && chats > 0 ? (
          <CheckLine isChecked={movesChats} onChange={setMovesChats}>
            {t("actions.moveChats", { count: chats })}
          </CheckLine>
        ) : null}
        {replaced ? <ReplaceWarning name={replaced} /> : null}
        {failure ? <CopyFailure failure={failure} from={model.name} to={nameIn(text)} /> : null}
        <DialogButtons
          isBusy={isBusy}
          label={t(replaced ? "actions.replace" : `actions.${kind}Do`)}
          isDanger={replaced !== undefined}
        />
      </form>
    </Dialog>
  );
}

function nameIn(text: string): string {
  const parsed = parseModelName(text);
  return parsed.ok ? parsed.name : text;
}
