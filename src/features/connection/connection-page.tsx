import { useState } from "react";
import { examineNow, useDoctor } from "#src/state/doctor.ts";
import { useServer } from "#src/state/server.ts";
import { useT } from "#src/ui/i18n.tsx";
import { DiagnosisView } from "./diagnosis-view.tsx";
import { ServerForm } from "./server-form.tsx";

/** The server in use, how it stands to this page, and how to choose another. */
export function ConnectionPage() {
  const t = useT();
  const { url, source, isPractice } = useServer();
  const [tried, setTried] = useState<string>();
  const shown = tried ?? url;
  const isTesting = useDoctor((doctor) => doctor.isTesting && doctor.url === shown);

  function test(address: string) {
    // Another address is examined as soon as its diagnosis is on screen.
    if (address === shown) examineNow();
    setTried(address);
  }

  return (
    <div className="h-full overflow-y-auto px-4 py-6">
      <div className="mx-auto flex max-w-(--measure) flex-col gap-6">
        <header>
          <h1 className="text-title font-semibold">{t("connection.title")}</h1>
          <p className="mt-1 text-muted">{t(`connection.source.${source}`)}</p>
          {isPractice ? <p className="mt-1 text-warn">{t("connection.practice")}</p> : null}
        </header>
        <ServerForm key={url === "" ? "unknown" : "known"} onTest={test} isTesting={isTesting} />
        <section aria-label={t("connection.diagnosis")} className="rounded-panel bg-surface p-4">
          <DiagnosisView url={shown} onTry={test} />
        </section>
      </div>
    </div>
  );
}
