import { useState } from "react";
import type { Finding } from "#src/core/connection/finding.ts";
import { testServer, useConnection } from "#src/state/connection.ts";
import { useServer } from "#src/state/server.ts";
import { useT } from "#src/ui/i18n.tsx";
import { DiagnosisView } from "./diagnosis-view.tsx";
import { ServerForm } from "./server-form.tsx";

type Test = { readonly url: string; readonly finding: Finding | undefined };

/** The server in use, how it stands to this page, and how to choose another. */
export function ConnectionPage() {
  const t = useT();
  const { url, source, isPractice } = useServer();
  const known = useConnection((state) => state.finding);
  const [test, setTest] = useState<Test>();
  // Of the server in use what is known is newer than any test.
  const shown: Test =
    test && (test.url !== url || test.finding === undefined) ? test : { url, finding: known };

  async function run(address: string) {
    setTest({ url: address, finding: undefined });
    const finding = await testServer(address);
    setTest((latest) => (latest?.url === address ? { url: address, finding } : latest));
  }

  return (
    <div className="h-full overflow-y-auto px-4 py-6">
      <div className="mx-auto flex max-w-(--measure) flex-col gap-6">
        <header>
          <h1 className="text-title font-semibold">{t("connection.title")}</h1>
          <p className="mt-1 text-muted">{t(`connection.source.${source}`)}</p>
          {isPractice ? <p className="mt-1 text-warn">{t("connection.practice")}</p> : null}
        </header>
        <ServerForm
          key={url === "" ? "unknown" : "known"}
          onTest={(address) => void run(address)}
          isTesting={test !== undefined && !test.finding}
        />
        <section
          aria-label={t("connection.diagnosis")}
          aria-live="polite"
          className="rounded-panel bg-surface p-4"
        >
          <DiagnosisView url={shown.url} finding={shown.finding} />
        </section>
      </div>
    </div>
  );
}
