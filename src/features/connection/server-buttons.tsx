import { serverFrom, type DraftFaults } from "#src/core/connection/server-draft.ts";
import { notify } from "#src/state/notices.ts";
import { draftOf, dropDraft, newForm, saveDraft, useServerForms } from "#src/state/server-draft.ts";
import { useServer } from "#src/state/server.ts";
import { Button } from "#src/ui/button.tsx";
import { useT } from "#src/ui/i18n.tsx";

export type ServerButtonsProps = {
  form: string;
  faults: DraftFaults;
  /** The user wants to go on, and something is wrong. */
  onChecked: () => void;
  onSaved: (url: string) => void;
  /** What was typed is forgotten. */
  onDropped: () => void;
};

/** What can be done with a form: test it, keep it, use it, or leave it. */
export function ServerButtons({ form, faults, onChecked, onSaved, onDropped }: ServerButtonsProps) {
  const t = useT();
  const inUse = useServer((state) => state.url);
  const isNew = form === newForm;
  const isChanged = useServerForms(({ drafts }) => drafts[form] !== undefined);
  const isSaveable = isChanged || isNew;

  function save(isToUse: boolean) {
    if (Object.keys(faults).length > 0) return onChecked();
    const { url } = serverFrom(draftOf(form, useServerForms.getState()));
    if (!saveDraft(form, isToUse)) notify({ text: "servers.notKept" });
    return onSaved(url);
  }

  function drop() {
    dropDraft(form);
    onDropped();
  }

  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look={isSaveable ? "plain" : "primary"}>
          {t("connection.test")}
        </Button>
        {isSaveable ? (
          <Button look="primary" onClick={() => save(false)}>
            {t("servers.save")}
          </Button>
        ) : null}
        {isSaveable && form !== inUse ? (
          <Button onClick={() => save(true)}>{t("servers.saveUse")}</Button>
        ) : null}
        {isSaveable ? (
          <Button look="quiet" onClick={drop}>
            {t(isNew ? "servers.cancel" : "servers.discard")}
          </Button>
        ) : null}
      </div>
      <p className="facts min-h-4.5">{isChanged ? t("servers.unsaved") : null}</p>
    </div>
  );
}
