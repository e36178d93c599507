import { Download, Trash2 } from "lucide-react";
import { uptimeCsv } from "#src/core/connection/uptime-csv.ts";
import { notify } from "#src/state/notices.ts";
import { clearHistory, serverHistory } from "#src/state/server-history.ts";
import { Button } from "#src/ui/button.tsx";
import { useT } from "#src/ui/i18n.tsx";
import { saveFile } from "#src/ui/save-file.ts";

/** Takes a server's history along as a table, or forgets it. */
export function HealthActions({ url, name, isEmpty }: { url: string; name: string; isEmpty: boolean }) {
  const t = useT();
  function save() {
    const { samples, events } = serverHistory(url);
    const host = url.replace(/^https?:\/\//, "").replaceAll(/[^\w.-]+/g, "-");
    const date = new Date().toISOString().slice(0, 10);
    saveFile(`candor-health-${host}-${date}.csv`, uptimeCsv(samples, events), "text/csv");
  }
  function clear() {
    const undo = clearHistory(url);
    notify({
      text: "serverHealth.cleared",
      values: { name },
      action: { label: "serverHealth.undo", run: undo },
    });
  }
  return (
    <div className="flex flex-wrap gap-2">
      <Button disabled={isEmpty} onClick={save}>
        <Download aria-hidden className="size-4" />
        {t("serverHealth.export")}
      </Button>
      <Button look="danger" disabled={isEmpty} onClick={clear}>
        <Trash2 aria-hidden className="size-4" />
        {t("serverHealth.clear")}
      </Button>
    </div>
  );
}
