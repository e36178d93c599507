import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { formatBytes } from "#src/core/models/size.ts";
import { askPersistence, storageUseQuery } from "#src/state/storage-use.ts";
import { Button } from "#src/ui/button.tsx";
import { useLocale, useT } from "#src/ui/i18n.tsx";

/** How much is kept, and whether the browser promised to keep it. */
export function StorageUse() {
  const t = useT();
  const locale = useLocale();
  const [wasRefused, setRefused] = useState(false);
  const { data, refetch } = useQuery(storageUseQuery());
  if (!data) return null;
  const { use, isPersistent } = data;

  async function ask() {
    setRefused(!(await askPersistence()));
    await refetch();
  }

  return (
    <section>
      <h3 className="mb-1 font-medium">{t("settings.storage")}</h3>
      {use ? (
        <p className="facts mb-2">
          {t("settings.storageUse", {
            used: formatBytes(use.usage, locale),
            all: formatBytes(use.quota, locale),
          })}
        </p>
      ) : null}
      <p className="mb-3 text-muted">{t(isPersistent ? "settings.persistent" : "settings.notPersistent")}</p>
      {isPersistent ? null : <Button onClick={() => void ask()}>{t("settings.askPersistence")}</Button>}
      {wasRefused && !isPersistent ? (
        <output className="mt-2 block text-muted">{t("settings.persistenceRefused")}</output>
      ) : null}
    </section>
  );
}
