import { useEffect, useState } from "react";
import { useConversations } from "#src/state/conversations.ts";
import { Alert } from "#src/ui/alert.tsx";
import { Button } from "#src/ui/button.tsx";
import { saveFile } from "#src/ui/save-file.ts";
import { useT } from "#src/ui/i18n.tsx";

/** What holds for the whole app until it is mended: storage that does not keep, and a build that was replaced. */
export function StandingAlerts() {
  const storage = useConversations((state) => state.storage);
  const isStale = useIsStale();
  return (
    <div className="mx-auto w-full max-w-(--measure) px-4 empty:hidden">
      {storage === "ok" ? null : <StorageAlert state={storage} />}
      {isStale ? <StaleAlert /> : null}
    </div>
  );
}

function StorageAlert({ state }: { state: "memory" | "full" | "outdated" }) {
  const t = useT();
  async function save() {
    const { exportAll } = await import("#src/state/transfer.ts");
    saveFile(`candor-export-${new Date().toISOString().slice(0, 10)}.json`, await exportAll());
  }
  return (
    <Alert
      tone="warn"
      title={t(`app.storage.${state}`)}
      actions={
        <>
          <Button onClick={() => void save()}>{t("app.exportAll")}</Button>
          {state === "outdated" ? (
            <Button onClick={() => window.location.reload()}>{t("app.reload")}</Button>
          ) : null}
        </>
      }
    >
      {t(`app.storage.${state}.next`)}
    </Alert>
  );
}

/** Whether a part of the app could not be loaded: most often its server has a newer build. */
function useIsStale(): boolean {
  const [isStale, setStale] = useState(false);
  useEffect(() => {
    const note = (event: Event) => {
      event.preventDefault();
      setStale(true);
    };
    window.addEventListener("vite:preloadError", note);
    return () => window.removeEventListener("vite:preloadError", note);
  }, []);
  return isStale;
}

function StaleAlert() {
  const t = useT();
  return (
    <Alert
      tone="warn"
      title={t("app.stale")}
      actions={<Button onClick={() => window.location.reload()}>{t("app.reload")}</Button>}
    >
      {t("app.staleNext")}
    </Alert>
  );
}
