import { useState } from "react";
import { useRuns } from "#src/state/run-view.ts";
import { stopRun } from "#src/state/runs.ts";
import { deleteAll } from "#src/state/transfer.ts";
import { Button } from "#src/ui/button.tsx";
import { Dialog } from "#src/ui/dialog.tsx";
import { useT } from "#src/ui/i18n.tsx";

/** The one thing that cannot be undone, so it asks. */
export function DeleteAll() {
  const t = useT();
  const [isAsking, setAsking] = useState(false);

  async function remove() {
    await endRuns();
    await deleteAll();
    setAsking(false);
  }

  return (
    <section>
      <h3 className="mb-1 font-medium">{t("settings.deleteAll")}</h3>
      <p className="mb-3 text-muted">{t("settings.deleteAllAbout")}</p>
      <Button look="danger" onClick={() => setAsking(true)}>
        {t("settings.deleteAll")}
      </Button>
      <Dialog
        title={t("settings.deleteAllAsk")}
        description={t("settings.deleteAllAbout")}
        isOpen={isAsking}
        onOpenChange={setAsking}
      >
        <div className="flex justify-end gap-2">
          <Button onClick={() => setAsking(false)}>{t("chat.cancel")}</Button>
          <Button look="danger" onClick={() => void remove()}>
            {t("settings.deleteAllNow")}
          </Button>
        </div>
      </Dialog>
    </section>
  );
}

/** What a run writes at its end would outlive the rest. */
function endRuns(): Promise<void> {
  for (const id of useRuns.getState().runs.keys()) stopRun(id);
  if (useRuns.getState().runs.size === 0) return Promise.resolve();
  return new Promise((resolve) => {
    const unsubscribe = useRuns.subscribe(({ runs }) => {
      if (runs.size > 0) return;
      unsubscribe();
      resolve();
    });
  });
}
