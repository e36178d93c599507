import { Alert } from "#src/ui/alert.tsx";
import { Button } from "#src/ui/button.tsx";
import { useT } from "#src/ui/i18n.tsx";
import { saveFile } from "#src/ui/save-file.ts";

/** Why the storage does not keep what is written, and how it is kept nevertheless. */
export function StorageAlert({ state }: { state: "memory" | "full" | "outdated" }) {
  const t = useT();
  async function save() {
    const { exportAll } = await import("#src/state/transfer.ts");
    saveFile(`candor-export-${new Date().toISOString().slice(0, 10)}.json`, await exportAll());
  }
  return (
    <Alert
      tone="warn"
      title={t(`storage.${state}`)}
      actions={
        <>
          <Button onClick={() => void save()}>{t("storage.exportAll")}</Button>
          {state === "outdated" ? (
            <Button onClick={() => window.location.reload()}>{t("app.reload")}</Button>
          ) : null}
        </>
      }
    >
      {t(`storage.${state}.next`)}
    </Alert>
  );
}
