import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { formatBytes } from "#src/core/models/size.ts";
import { askPersistence, storageUseQuery } from "#src/state/storage-use.ts";
import { exportAll, type ImportResult, importText } from "#src/state/transfer.ts";
import { Alert } from "#src/ui/alert.tsx";
import { Button } from "#src/ui/button.tsx";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { saveFile } from "#src/ui/save-file.ts";
import { DeleteAll } from "./delete-all.tsx";
import { importFaultText } from "./import-fault-text.ts";

/** Everything that is kept: out, in, how much, and away. */
export function DataSection() {
  const t = useT();
  const [result, setResult] = useState<ImportResult>();
  const importId = useId();

  async function save() {
    saveFile(`candor-export-${new Date().toISOString().slice(0, 10)}.json`, await exportAll());
  }

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
            if (file) void file.text().then(importText).then(setResult);
          }}
          // The same file may be chosen again after it was mended.
          onClick={(event) => (event.currentTarget.value = "")}
        />
        <div className="mt-3">{result ? <ImportOutcome result={result} /> : null}</div>
      </section>
      <StorageUse />
      <DeleteAll />
    </div>
  );
}

function ImportOutcome({ result }: { result: ImportResult }) {
  const t = useT();
  if (!result.ok)
    return <Alert title={importFaultText(result.reason, t)}>{t("settings.importUnchanged")}</Alert>;
  const { conversations, messages, unchanged } = result;
  return <p role="status">{t("settings.imported", { conversations, messages, unchanged })}</p>;
}

function StorageUse() {
  const t = useT();
  const locale = useLocale();
  const { data, refetch } = useQuery(storageUseQuery());
  if (!data) return null;
  const { usage, quota, isPersistent } = data;
  return (
    <section>
      <h3 className="mb-1 font-medium">{t("settings.storage")}</h3>
      <p className="facts mb-2">
        {t("settings.storageUse", { used: formatBytes(usage, locale), all: formatBytes(quota, locale) })}
      </p>
      <p className="mb-3 text-muted">{t(isPersistent ? "settings.persistent" : "settings.notPersistent")}</p>
      {isPersistent ? null : (
        <Button onClick={() => void askPersistence().then(() => refetch())}>
          {t("settings.askPersistence")}
        </Button>
      )}
    </section>
  );
}
