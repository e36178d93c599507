import { useId, useState } from "react";
import { exportAll, type ImportResult, importText } from "#src/state/transfer.ts";
import { Alert } from "#src/ui/alert.tsx";
import { Button } from "#src/ui/button.tsx";
import { useT } from "#src/ui/i18n.tsx";
import { saveFile } from "#src/ui/save-file.ts";
import { DeleteAll } from "./delete-all.tsx";
import { importFaultText } from "./import-fault-text.ts";
import { StorageUse } from "./storage-use.tsx";

/** The file itself could not be read, or what came of what it holds. */
type Outcome = ImportResult | "unreadable";

/** Everything that is kept: out, in, how much, and away. */
export function DataSection() {
  const t = useT();
  const [outcome, setOutcome] = useState<Outcome>();
  const importId = useId();

  return (
    <div className="flex flex-col gap-8">
      <section>
        <h3 className="mb-1 font-medium">{t("settings.export")}</h3>
        <p className="mb-3 text-muted">{t("settings.exportAbout")}</p>
        <Button onClick={() => void save()}>{t("settings.exportAll")}</Button>
      </section>
      <section>
        <label htmlFor={importId} className="mb-1 block font-medium">
          {t("settings.import")}
        </label>
        <p className="mb-3 text-muted">{t("settings.importAbout")}</p>
        <input
          id={importId}
          type="file"
          accept="application/json,.json"
          className="w-full text-muted file:me-3 file:min-h-8 file:rounded-control file:border file:border-solid file:border-line file:bg-raised file:px-3 file:font-medium file:text-text pointer-coarse:file:min-h-11"
          onChange={(event) => {
            const { files } = event.target;
            const file = files?.[0];
            if (file) void importFile(file).then(setOutcome);
          }}
          // The same file may be chosen again after it was mended.
          onClick={(event) => (event.currentTarget.value = "")}
        />
        <div className="mt-3">{outcome ? <ImportOutcome outcome={outcome} /> : null}</div>
      </section>
      <StorageUse />
      <DeleteAll />
    </div>
  );
}

async function save() {
  saveFile(`candor-export-${new Date().toISOString().slice(0, 10)}.json`, await exportAll());
}

async function importFile(file: File): Promise<Outcome> {
  try {
    return await importText(await file.text());
  } catch {
    return "unreadable";
  }
}

function ImportOutcome({ outcome }: { outcome: Outcome }) {
  const t = useT();
  if (outcome === "unreadable") return <Alert title={t("settings.fault.unreadable")} />;
  if (!outcome.ok)
    return <Alert title={importFaultText(outcome.reason, t)}>{t("settings.importUnchanged")}</Alert>;
  const { conversations, messages, unchanged } = outcome;
  return <output className="block">{t("settings.imported", { conversations, messages, unchanged })}</output>;
}
