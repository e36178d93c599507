import type { FormEvent } from "react";
import type { Model } from "#src/core/models/model.ts";
import { formatBytes } from "#src/core/models/size.ts";
import { closeModelAction } from "#src/state/model-actions.ts";
import { removeModels } from "#src/state/model-removal.ts";
import { Dialog } from "#src/ui/dialog.tsx";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { DeleteFacts } from "./delete-facts.tsx";
import { DialogButtons } from "./dialog-buttons.tsx";

/** Says what deleting models means, before anything is sent. */
export function DeleteDialog({ models }: { models: readonly Model[] }) {
  const t = useT();
  const count = models.length;
  function submit(event: FormEvent) {
    event.preventDefault();
    removeModels(models.map(({ name }) => name));
    closeModelAction();
  }
  return (
    <Dialog
      title={t("actions.deleteTitle", { count, name: models[0]?.name ?? "" })}
      isOpen
      onOpenChange={(next) => !next && closeModelAction()}
    >
      <form onSubmit={submit} className="flex flex-col gap-3">
        {count > 1 ? <Names models={models} /> : null}
        <DeleteFacts models={models} />
        <p className="text-muted">{t("actions.deleteWhen")}</p>
        <DialogButtons label={t("actions.deleteDo", { count })} isDanger />
      </form>
    </Dialog>
  );
}

function Names({ models }: { models: readonly Model[] }) {
  const locale = useLocale();
  return (
    // Scrolls, so the keyboard has to reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <ul tabIndex={0} className="max-h-40 overflow-y-auto rounded-control border border-line px-3 py-1.5">
      {models.map(({ name, size }) => (
        <li key={name} className="flex items-baseline gap-3 py-0.5">
          <span className="min-w-0 flex-1 wrap-anywhere" dir="ltr">
            {name}
          </span>
          <span className="facts">{formatBytes(size, locale)}</span>
        </li>
      ))}
    </ul>
  );
}
