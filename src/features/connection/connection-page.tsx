import { useEffect, useRef, useState } from "react";
import { secretsFrom, type ServerDraft } from "#src/core/connection/server-draft.ts";
import { examineNow } from "#src/state/doctor.ts";
import { changeDraft, draftOf, newForm, useServerForms } from "#src/state/server-draft.ts";
import { useServer } from "#src/state/server.ts";
import { trySecrets, useServers } from "#src/state/servers.ts";
import { useT } from "#src/ui/i18n.tsx";
import { DiagnosisView } from "./diagnosis-view.tsx";
import { HealthSection } from "./health/health-section.tsx";
import { ServerForm } from "./server-form.tsx";
import { ServerList } from "./server-list.tsx";

/** The servers, everything about one of them, and how that one stands to this page. */
export function ConnectionPage() {
  const t = useT();
  const { url, source, isPractice } = useServer();
  const wanted = useServerForms((state) => state.open);
  const isThere = useServers(({ servers }) => servers.some((server) => server.url === wanted));
  const form = wanted === newForm || isThere ? wanted : url;
  const [tested, setTested] = useState<{ readonly form: string; readonly url: string }>();
  const shown = tested?.form === form ? tested.url : form === newForm ? "" : form;
  const restore = useRef<() => void>(undefined);
  useEffect(() => () => restore.current?.(), []);

  /** The test carries the key and headers of the form, until another one or the end of this page. */
  function test(address: string, draft: ServerDraft, testedForm = form) {
    restore.current?.();
    restore.current = trySecrets(address, secretsFrom(draft));
    if (address === shown) examineNow();
    else setTested({ form: testedForm, url: address });
  }

  function tryOther(address: string) {
    changeDraft(form, { address });
    test(address, draftOf(form, useServerForms.getState()));
  }

  return (
    <div className="h-full overflow-y-auto px-4 py-6">
      <div className="mx-auto flex max-w-(--measure) flex-col gap-6">
        <header>
          <h1 className="text-title font-semibold">{t("connection.title")}</h1>
          <p className="mt-1 text-muted">{t(`connection.source.${source}`)}</p>
          {isPractice ? <p className="mt-1 text-warn">{t("connection.practice")}</p> : null}
        </header>
        <ServerList open={form} />
        {form === "" ? null : <ServerForm key={form} form={form} onTest={test} />}
        <section aria-label={t("connection.diagnosis")} className="rounded-panel bg-surface p-4">
          {shown === "" ? (
            <p className="text-muted">{t("servers.notTested")}</p>
          ) : (
            <DiagnosisView url={shown} onTry={tryOther} />
          )}
        </section>
        <HealthSection />
      </div>
    </div>
  );
}
