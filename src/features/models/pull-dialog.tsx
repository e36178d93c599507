import { useConnection } from "#src/state/connection.ts";
import { closePullDialog, usePullDialog } from "#src/state/pull-dialog.ts";
import { usePulls } from "#src/state/pulls.ts";
import { Dialog } from "#src/ui/dialog.tsx";
import { useT } from "#src/ui/i18n.tsx";
import { PullForm } from "./pull-form.tsx";
import { PullOffline } from "./pull-offline.tsx";
import { PullRow } from "./pull-row.tsx";

export type PullDialogProps = {
  /** Offered for a model that has come; the dialog closes. */
  onUse?: (name: string) => void;
};

/** Pulls models, and shows every pull. Closing it ends none. */
export function PullDialog({ onUse }: PullDialogProps) {
  const t = useT();
  const isOpen = usePullDialog((state) => state.isOpen);
  const pulls = usePulls((state) => state.pulls);
  const isConnected = useConnection((state) => state.status === "connected" || state.status === "checking");
  return (
    <Dialog
      title={t("models.pullModel")}
      description={t("models.pullAbout")}
      isOpen={isOpen}
      onOpenChange={(next) => !next && closePullDialog()}
    >
      {isConnected ? null : <PullOffline />}
      <PullForm isConnected={isConnected} />
      {pulls.size === 0 ? null : (
        <ul className="mt-4 flex flex-col gap-4 border-t border-line pt-4">
          {[...pulls.values()].map((pull) => (
            <li key={pull.key}>
              <PullRow
                pull={pull}
                onUse={
                  onUse &&
                  ((chosen) => {
                    closePullDialog();
                    onUse(chosen);
                  })
                }
              />
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
