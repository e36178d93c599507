import { closePullDialog } from "#src/state/pull-dialog.ts";
import { useT } from "#src/ui/i18n.tsx";

/** Said above the form while there is no server to pull with. */
export function PullOffline() {
  const t = useT();
  return (
    <p className="mb-3 rounded-control border-s-2 border-s-warn bg-warn-soft px-3.5 py-2">
      {t("models.pullOffline")}{" "}
      <a href="#/connection" className="font-medium text-accent" onClick={closePullDialog}>
        {t("models.toConnection")}
      </a>
    </p>
  );
}
